import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/read';
import { ReadError } from '../../lib/read/errors';
import { readFile, readLines, reference, root } from './rendering';

const SEEDS = ['000_c35e400ed49bcbf2.txt', '004_26498f16d37d7910.txt'] as const;
const seedBytes = SEEDS.map((file) => new Uint8Array(readFileSync(join(root, 'data', 'accounts', file))));
const seedTexts = seedBytes.map((bytes) => new TextDecoder().decode(bytes));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The error a text is refused with; undefined when it reads. Anything but a ReadError fails the test. */
async function refusal(bytes: Uint8Array): Promise<ReadError | undefined> {
  try {
    const reading = await readDocument(bytes, '某局.txt', reference);
    for (const fact of reading.facts) {
      expect(fact.amount).toMatch(/^-?\d+(\.\d+)?$/);
      expect(fact.place.line).toBeGreaterThan(0);
    }
    return undefined;
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
}

describe('a reading as a whole', () => {
  it('carries the document’s file, hash, type and title part', async () => {
    const { document } = await readFile(`data/accounts/${SEEDS[0]}`);
    expect(document).toMatchObject({
      file: SEEDS[0],
      mediaType: 'text/plain',
      title: '米脂县工业商贸局2023年度部门决算',
      department: '米脂县工业商贸局',
      region: { code: '610827', name: '米脂县' },
      fiscalYear: 2023,
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads a passage: what it does not say is null', async () => {
    const { document, facts, statements } = await readLines('本年度收入合计 8680.23 万元，占 100%。');
    expect(document).toMatchObject({ title: null, department: null, region: null, fiscalYear: null });
    expect(facts).toEqual([]);
    expect(statements.map((statement) => statement.state)).toEqual(Array(9).fill('absent'));
  });

  it('lists rows with figures that no reader understood as unread', async () => {
    const { unread } = await readLines(
      '国有资产占用情况表\n项目|数量|金额\n房屋|3|120.50\n合计||120.50\n本部门支出决算表另附。',
    );
    expect(unread.filter(({ place }) => place.line === 3)).toMatchObject([
      { text: '房屋 3 120.50', numbers: ['3', '120.50'] },
    ]);
  });
});

describe('a text that is no account, or half of one, is refused', () => {
  it.each([
    ['no_account', 'Lorem ipsum dolor sit amet, 42 times.'],
    ['no_account', 'export const answer = 42;\n\treturn answer;\n'],
  ])('%s', async (code, text) => expect(await refusal(utf8(text))).toMatchObject({ code }));

  it.each([0, 1])('a document cut in the middle of a table, seed %i', async (seed) => {
    const text = seedTexts[seed] ?? '';
    const row = text.indexOf(seed === 0 ? '2100410\t突发公共卫生' : '20805\t行政事业单位养老');
    expect(row).toBeGreaterThan(0);
    const error = await refusal(utf8(text.slice(0, row + 9)));
    expect(error).toMatchObject({ code: 'truncated' });
    expect(error?.message).toMatch(/第 \d+ 行中断.*第.部分/);
  });

  it('an annex that is published apart, or a short last row, does not make a document cut off', async () => {
    const text = seedTexts[0] ?? '';
    const body = text.indexOf(
      '第四部分 专业名词解释',
      text.indexOf('财政拨款“三公”经费及会议费、培训费支出决算表', 5000),
    );
    const annex = text.indexOf('第五部分 附件');
    const withoutAnnex = await readDocument(utf8(`${text.slice(0, annex).trimEnd()}与其他`), 'a.txt', reference);
    expect(withoutAnnex.facts).toHaveLength(301);
    const shortRow = `${text.slice(0, body).trimEnd()}\n合计\t1\n`.replaceAll('第五部分 附 件', '');
    expect((await readDocument(utf8(shortRow), 'a.txt', reference)).facts.length).toBeGreaterThanOrEqual(301);
  });

  it('a document without its year reads, with the year unknown', async () => {
    const text = (seedTexts[0] ?? '').replace(/20\d\d ?年度?/g, '');
    const reading = await readDocument(utf8(text), 'a.txt', reference);
    expect(reading.document.fiscalYear).toBeNull();
    expect(reading.facts).toHaveLength(301);
  });

  it('a single table without anything around it still reads', async () => {
    const lines = (seedTexts[1] ?? '').split('\n');
    const from = lines.findIndex((line) => line.startsWith('支出决算表'));
    const { facts } = await readDocument(utf8(lines.slice(from, from + 31).join('\n')), 'a.txt', reference);
    expect(facts.filter((fact) => fact.statement === 'expenditure')).toHaveLength(42);
  });
});

describe('hostile text never breaks the reader', () => {
  const mutation = fc.record({
    seed: fc.nat(1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    insert: fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '\t',
        '\n',
        '\t\t\t\t',
        '合计\t',
        '公开03表',
        '支出决算表\n',
        '1\t2\t3\n',
        '（',
        '208',
        '\u0000',
        '\ufffd',
        '\r',
      ),
    ),
  });

  it('random cuts and insertions in the accounts give a reading or a ReadError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        let text = seedTexts[mutations[0]?.seed ?? 0] ?? '';
        for (const { at, length, insert } of mutations) {
          const index = Math.floor(at * text.length);
          text = text.slice(0, index) + insert + text.slice(index + length);
        }
        await refusal(utf8(text));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('random bytes in the accounts give a reading or a ReadError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(30_000), fc.nat(255)), { maxLength: 40 }),
        async (seed, changes) => {
          const bytes = Uint8Array.from(seedBytes[seed] ?? []);
          for (const [at, value] of changes) bytes[at] = value;
          await refusal(bytes);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('rows of any shape under a statement’s title give a reading', async () => {
    const cell = fc.constantFrom(
      '',
      ' ',
      '合计',
      '208',
      '20805',
      '2080505',
      '05',
      '一、',
      '教育支出',
      '12.50',
      '-3',
      '—',
      '12.5 13.5',
      '决算数',
      '预算数',
      '栏次',
      '1',
      '注：',
      '小计',
      '公务接待费',
    );
    const title = fc.constantFrom(
      '收入支出决算总表',
      '支出决算表',
      '财政拨款收入支出决算总表',
      '一般公共预算财政拨款基本支出决算表',
      '政府性基金预算财政拨款收入支出决算表',
      '财政拨款“三公”经费支出决算表',
    );
    await fc.assert(
      fc.asyncProperty(
        title,
        fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { maxLength: 14 }),
        async (name, rows) => {
          expect(await refusal(utf8(`${name}\n${rows.map((row) => row.join('\t')).join('\n')}\n`))).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);
});

describe('time grows with the text, not faster', () => {
  const row = '2080505\t机关事业单位基本养老保险缴费支出\t108.22\t108.22\t\t\t\t';
  const cases: readonly (readonly [string, (lines: number) => string])[] = [
    ['rows of a statement', (lines) => `支出决算表\n公开03表\n${`${row}\n`.repeat(lines)}`],
    ['rows without a title', (lines) => `${row}\n`.repeat(lines)],
    ['titles', (lines) => '支出决算表\n'.repeat(lines)],
    ['pieces of titles', (lines) => '一般公共预算财政拨款\n'.repeat(lines)],
    ['numbers of statements', (lines) => '公开03表\n'.repeat(lines)],
    ['lines of a list', (lines) => '一、收入决算表\n二、支出决算表\n'.repeat(lines / 2)],
    ['heads without rows', (lines) => `支出决算表\n${'科目编码\t科目名称\t合计\n'.repeat(lines)}`],
    ['orphan names', (lines) => `支出决算表\n合计\t\t1.00\t\n${'\t其他支出\t\t\n'.repeat(lines)}`],
    ['sentences', (lines) => '本年度收入合计 8680.23 万元，比上年增加 1.00 万元。\n'.repeat(lines)],
    ['numbers without words', (lines) => `${'1,'.repeat(lines * 5)}万元`],
    ['evaluations in one sentence', (lines) => '开展1项部门整体支出绩效自评，涉及资金5万元；'.repeat(lines / 2)],
    ['blank rows', (lines) => `支出决算表\n${'\t\t\t\n'.repeat(lines)}`],
  ];

  it.each(cases)(
    '%s',
    async (_, make) => {
      const time = async (lines: number): Promise<number> => {
        const bytes = utf8(make(lines));
        const start = process.cpuUsage().user;
        await refusal(bytes);
        return process.cpuUsage().user - start;
      };
      await time(2000);
      const short = await time(2000);
      const long = await time(20_000);
      // ten times the lines: linear is 10, quadratic 100
      expect(long).toBeLessThan(Math.max(short, 20_000) * 35);
    },
    120_000,
  );

  it('a million lines are refused at once', async () => {
    const start = process.cpuUsage().user;
    const error = await refusal(utf8('2080505\t机关\t1.00\n'.repeat(1_000_000)));
    expect(error?.code).toBe('too_large');
    expect(process.cpuUsage().user - start).toBeLessThan(10_000_000);
  }, 120_000);

  it('three hundred thousand rows of a statement still read', async () => {
    const text = `支出决算表\n${'2080505\t机关\t1.00\t1.00\n'.repeat(300_000)}`;
    expect(await refusal(utf8(text))).toBeUndefined();
  }, 120_000);
});
