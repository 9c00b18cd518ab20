import { describe, expect, it } from 'vitest';
import { logError, openLog } from '../../app/_public/log';

function open() {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  return { written, log: openLog('info', { out: stream('out'), err: stream('err') }) };
}

describe('log', () => {
  it('answers go to stdout, errors to stderr alone; what is below the level goes nowhere', () => {
    const { written, log } = open();
    log.info({ status: 200 }, 'answered');
    log.debug('not said');
    log.error({ status: 500 }, 'answered');
    expect(written.out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(written.out)).toMatchObject({ level: 'info', status: 200, msg: 'answered' });
    expect(JSON.parse(written.err)).toMatchObject({ level: 'error', status: 500 });
    expect(written.out + written.err).not.toMatch(/"(?:pid|hostname)"/);
  });

  it('an error keeps its stack, and loses the values that were asked for', () => {
    const { written, log } = open();
    logError(log, new TypeError('Failed query: select * from x where name = ?\nparams: 张三,1'), { id: 'a-1' });
    const line = JSON.parse(written.err) as { err: { type: string; stack: string }; id: string };
    expect(line).toMatchObject({ id: 'a-1', err: { type: 'TypeError' } });
    expect(line.err.stack).toContain('log.test.ts');
    expect(written.err).not.toContain('张三');
  });

  it('an error that two report is one line', () => {
    const { written, log } = open();
    const error = new Error('once');
    logError(log, error);
    logError(log, error);
    expect(written.err.trim().split('\n')).toHaveLength(1);
  });

  it('what is thrown and no error is told as text', () => {
    const { written, log } = open();
    logError(log, 'nothing');
    expect(JSON.parse(written.err)).toMatchObject({ err: { message: 'nothing' } });
  });
});
