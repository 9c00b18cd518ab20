import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../db/commands/run';
import { projectFolder } from '../../db/folder';
import { FINER_MEASURES } from '../../lib/measures';

/** Programs of their own start slowly on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const accounts = join(projectFolder(), 'data', 'accounts');
const seeds = readdirSync(accounts)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => join(accounts, file));
const [seed = ''] = seeds;

const juesuan = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectFolder(), 'db', 'juesuan.mjs'), ...args],
    {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, JUESUAN_DATABASE: join(folder, 'store.db') },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
};

const PLACE = ['page', 'sheet', 'line', 'cell', 'box'];
const keysOf = (value: unknown): string[] => Object.keys(value as object);
const without = (keys: string[], ...optional: string[]): string[] => keys.filter((key) => !optional.includes(key));

describe('juesuan', () => {
  /** Usage needs no process of its own. */
  const inProcess = async (args: readonly string[]) => {
    const written = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((text) => {
        written[stream] += String(text);
        return true;
      }),
    );
    const status = await run(args);
    for (const spy of spies) spy.mockRestore();
    return { status, ...written };
  };

  it.each([
    [['--help'], '用法'],
    [['read', '--help'], '--json'],
    [['check', '-h'], '退出码'],
    [['load', 'x', '--help'], '--department'],
    [['accounts', '--help'], '--json'],
  ])('%j explains itself in Chinese', async (args, words) => {
    const result = await inProcess(args);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain(words);
  });

  it.each([
    [[], ''],
    [['publish'], '没有这个命令：publish'],
    [['toString'], '没有这个命令：toString'],
    [['read'], '没有给出文件'],
    [['read', '--jsno', seed], '没有这个选项：--jsno'],
    [['check', '-x', seed], '没有这个选项：-x'],
    [['load', seed, '--year'], '选项的值不对'],
    [['load', seed, '--year', '23'], '年度应为四位数：23'],
    [['load', seed, '--region', 'x'], '行政区划代码应为六位数：x'],
    [['load', seed, '--department', ' '], '部门名称是空的'],
    [['accounts', 'more'], '多余的参数：more'],
  ])('%j is refused with exit code 2', async (args, words) => {
    const result = await inProcess(args);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain(words);
  });

  it('is a program: unknown options end with exit code 2', () => {
    expect(juesuan('read', '--jsno')).toMatchObject({ status: 2, stdout: '' });
  });

  it('says what to do where the packages are not installed', () => {
    copyFileSync(join(projectFolder(), 'db', 'juesuan.mjs'), join(folder, 'juesuan.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'juesuan.mjs'), 'accounts'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('npm ci');
  });
});

describe('juesuan read', () => {
  it('--json prints one array, an entry a file, with the keys of the contract in their order', () => {
    const { status, stdout, stderr } = juesuan('read', ...seeds, '--json');
    expect(status).toBe(0);
    expect(stderr).toContain('已读取');
    const entries = JSON.parse(stdout) as Record<string, Record<string, unknown>[]>[];
    expect(entries).toHaveLength(seeds.length);
    for (const entry of entries) {
      expect(keysOf(entry)).toEqual([
        'document',
        'statements',
        'facts',
        'claims',
        'furtherClaims',
        'performance',
        'unread',
      ]);
      const unlisted = Object.keys(FINER_MEASURES);
      expect((entry.claims ?? []).filter((claim) => unlisted.includes(String(claim.measure)))).toEqual([]);
      expect(keysOf(entry.document)).toEqual([
        'file',
        'sha256',
        'mediaType',
        'title',
        'department',
        'region',
        'fiscalYear',
      ]);
      for (const statement of entry.statements ?? [])
        expect(without(keysOf(statement), 'reason')).toEqual(['statement', 'title', 'number', 'state', 'place']);
      for (const fact of entry.facts ?? []) {
        expect(keysOf(fact)).toEqual([
          'statement',
          'side',
          'code',
          'name',
          'column',
          'printed',
          'amount',
          'unit',
          'place',
        ]);
        expect(fact.amount).toMatch(/^-?\d+(\.\d+)?$/);
        expect(keysOf(fact.place)).toEqual(PLACE);
      }
      for (const claim of entry.claims ?? [])
        expect(without(keysOf(claim), 'subject')).toEqual([
          'measure',
          'aspect',
          'value',
          'unit',
          'direction',
          'printed',
          'sentence',
          'place',
        ]);
    }
  });

  it('stores nothing, and says in Chinese what it read', () => {
    const { status, stdout } = juesuan('read', seed);
    expect(status).toBe(0);
    for (const words of ['部门　', '年度　', '决算表', '情况说明中的数', '绩效自评表']) expect(stdout).toContain(words);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on after a file that cannot be read', () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const { status, stdout, stderr } = juesuan('read', 'none.txt', 'empty.txt', seed, '--json');
    expect(status).toBe(2);
    const [none, empty, read] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(none).toEqual({
      document: { file: 'none.txt' },
      error: { code: 'not_found', message: '没有这个文件：none.txt' },
    });
    expect(empty).toMatchObject({ document: { file: 'empty.txt' }, error: { code: 'empty_file' } });
    expect(keysOf(read)).toContain('facts');
    expect(stderr).toContain('未能读取 none.txt');
  });

  it('prints an array for no readable file, too', () => {
    mkdirSync(join(folder, 'nothing'));
    expect(juesuan('read', 'nothing', '--json')).toMatchObject({ status: 0, stdout: '[]\n' });
  });
});

describe('juesuan check', () => {
  it('--json adds the findings with the keys of the contract; the exit code tells errors', () => {
    const { status, stdout } = juesuan('check', ...seeds, '--json');
    const findings = (JSON.parse(stdout) as { findings: Record<string, unknown>[] }[]).flatMap(
      (entry) => entry.findings,
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(keysOf(finding)).toEqual([
        'check',
        'severity',
        'message',
        'places',
        'expected',
        'found',
        'difference',
        'suggestion',
      ]);
      if (finding.suggestion) expect(keysOf(finding.suggestion)).toEqual(['place', 'printed', 'value', 'why']);
    }
    expect(status).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('an unreadable file counts more than findings, and a folder ends with a summary', () => {
    mkdirSync(join(folder, 'all'));
    for (const [index, path] of seeds.entries()) copyFileSync(path, join(folder, 'all', `${index}.txt`));
    writeFileSync(join(folder, 'all', 'empty.txt'), '');
    const { status, stdout } = juesuan('check', 'all');
    expect(status).toBe(2);
    expect(stdout).toContain(`共 ${seeds.length + 1} 个文件，其中 1 个无法读取`);
  });
});

describe('juesuan load and accounts', () => {
  const stored = () => JSON.parse(juesuan('accounts', '--json').stdout) as Record<string, unknown>[];

  it('loads a folder and those below in order, passing by what is no document; twice changes nothing', () => {
    mkdirSync(join(folder, 'in', 'b'), { recursive: true });
    for (const [index, path] of seeds.entries())
      copyFileSync(path, join(folder, 'in', index === 0 ? 'b' : '.', `${index}.txt`));
    for (const name of ['README.md', '.hidden', 'Thumbs.db']) writeFileSync(join(folder, 'in', name), 'x');
    expect(stored()).toEqual([]);
    const first = juesuan('load', 'in');
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/\[1\/2\] 已存入 in\/1\.txt → [\s\S]*\[2\/2\] 已存入 in\/b\/0\.txt → /);
    expect(first.stdout.trim().split('\n').sort()).toEqual(stored().map(({ id }) => id));
    const before = stored();
    expect(juesuan('load', 'in').stderr).toContain('未变 2');
    expect(stored()).toEqual(before);
    expect(before[0]).toMatchObject({ revision: 1, findings: expect.anything(), figures: expect.anything() });
    expect(juesuan('accounts').stdout).toContain(String(before[0]?.id));
  });

  it('what is refused does not keep the rest from being stored', () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const result = juesuan('load', 'empty.txt', seed, 'none.txt');
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('未存入 empty.txt');
    expect(result.stderr).toContain('（not_found）');
    expect(stored()).toHaveLength(1);
  });

  it('a store that is no database is refused in words, and left as it was', () => {
    writeFileSync(join(folder, 'store.db'), '这不是数据库。'.repeat(200));
    expect(juesuan('load', seed)).toMatchObject({ status: 2, stderr: expect.stringContaining('不是数据库文件') });
    expect(juesuan('accounts')).toMatchObject({ status: 2, stdout: '' });
  });
});
