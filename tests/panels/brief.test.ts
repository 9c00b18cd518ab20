import { describe, expect, it, test } from 'vitest';
import { loadReference } from '../../db/reference';
import { checkReading } from '../../lib/check';
import type { Account } from '../../lib/facts';
import { buildBrief } from '../../lib/panels/brief';
import { comparisonSentences } from '../../lib/panels/briefComparison';
import {
  type BriefFigure,
  briefFigures,
  disputesOf,
  type FigureVerdict,
  verdictOf,
} from '../../lib/panels/briefFigures';
import { accountSentences, plainSentence, quotedReasons } from '../../lib/panels/briefSentences';
import type { PanelCell } from '../../lib/panels/panel';
import { placeAt } from '../../lib/place';
import type { PrintedReason } from '../../lib/reasons';
import { hengshan, mizhi } from './seeds';

type Given = readonly [key: string, text: string | null, verdict?: FigureVerdict, unit?: string];

/** Figures by key; a text of null is not published. */
function figures(...given: Given[]): Map<string, BriefFigure> {
  return new Map(
    given.map(([key, text, verdict = 'consistent', unit = '万元']) => {
      const value = text === null ? null : text.replace('−', '-').replace(/[+,]/g, '');
      const cell: PanelCell =
        text === null
          ? { text: '—', value: null, status: 'missing', reason: '没有', sources: [] }
          : { text, value, status: 'published', sources: [] };
      return [key, { key, label: key, unit, cell, verdict: text === null ? 'missing' : verdict }];
    }),
  );
}

const said = (...given: Given[]): string =>
  accountSentences(figures(...given))
    .map(plainSentence)
    .join('');

/** What is known, and what may be said of it. */
const CASES: readonly (readonly [name: string, given: Given[], text: string])[] = [
  [
    'level, change and rate',
    [
      ['total', '8,680.23'],
      ['total_change', '6,961.05'],
      ['total_published', '+404.91', 'consistent', '%'],
    ],
    '收支总计 8,680.23 万元✓，比上年增加 6,961.05 万元✓，增长 404.91%✓。',
  ],
  [
    'a decrease, its rate not published',
    [
      ['agency_operating_cost', '8.40'],
      ['agency_operating_cost_change', '−34.04', 'unchecked'],
      ['agency_operating_cost_published', null],
      ['agency_operating_cost_recomputed', '−80.21', 'unchecked', '%'],
    ],
    '机关运行经费 8.40 万元✓，比上年减少 34.04 万元○，下降 80.21%○（按增减额重算）。',
  ],
  [
    'a rate off by its last digit',
    [
      ['total', '3,890.08'],
      ['total_change', '531.83', 'near'],
      ['total_published', '+15.83', 'near', '%'],
    ],
    '收支总计 3,890.08 万元✓，比上年增加 531.83 万元≈，增长 15.83%≈。',
  ],
  [
    'no change',
    [
      ['total', '10.00'],
      ['total_change', '0.00'],
      ['total_published', '0', 'consistent', '%'],
    ],
    '收支总计 10.00 万元✓，与上年持平（0.00 万元✓），持平（0%✓）。',
  ],
  [
    'a level in doubt: the change stands alone',
    [
      ['total', '10.00', 'disputed'],
      ['total_change', '2.00'],
      ['total_published', '+25.00', 'consistent', '%'],
    ],
    '收支总计比上年增加 2.00 万元✓，增长 25.00%✓。',
  ],
  [
    'a change in doubt: the rate leans on the level',
    [
      ['total', '10.00'],
      ['total_change', '2.00', 'disputed'],
      ['total_published', '+25.00', 'consistent', '%'],
    ],
    '收支总计 10.00 万元✓，比上年增长 25.00%✓。',
  ],
  [
    'everything in doubt',
    [
      ['total', '10.00', 'disputed'],
      ['total_change', '2.00', 'disputed'],
      ['total_published', '+25.00', 'disputed', '%'],
      ['total_recomputed', '+25.00', 'disputed', '%'],
    ],
    '',
  ],
  [
    'nothing published',
    [
      ['total', null],
      ['three_public', null],
    ],
    '',
  ],
  [
    'basic expenditure in doubt: its share is not spoken of under another name',
    [
      ['year_expenditure', '8,680.23'],
      ['basic_expenditure', '1,075.63', 'disputed'],
      ['basic_share', '12.39', 'disputed', '%'],
      ['project_expenditure', '7,604.60'],
      ['project_share', '87.61', 'consistent', '%'],
    ],
    '本年支出合计 8,680.23 万元✓，项目支出 7,604.60 万元✓，占 87.61%✓。',
  ],
  [
    'a share whose amount is in doubt says whose it is',
    [
      ['project_expenditure', '7,604.60', 'disputed'],
      ['project_share', '87.61', 'unchecked', '%'],
    ],
    '项目支出占本年支出合计的 87.61%○。',
  ],
  ['a printed zero is said', [['three_public', '0.00']], '“三公”经费 0.00 万元✓。'],
  ['a negative level keeps its sign', [['total', '−12.00']], '收支总计 −12.00 万元✓。'],
  [
    'people',
    [
      ['headcount_actual', '70', 'unchecked', '人'],
      ['headcount_quota', '21', 'unchecked', '人'],
    ],
    '实有人员 70 人○，人员编制 21 人○。',
  ],
  [
    'the largest 类, one in doubt left out and said so',
    [
      ['class_201', '5.00'],
      ['class_208', '90.00', 'disputed'],
      ['class_221', '7.00'],
      ['class_221_share', '58.33', 'consistent', '%'],
    ],
    '支出（存疑的类除外）最多的类是class_221 7.00 万元✓，占 58.33%✓，其次是class_201 5.00 万元✓。',
  ],
];

describe('sentences of a brief', () => {
  test.each(CASES)('%s', (_, given, text) => {
    expect(said(...given)).toBe(text);
  });

  it('never hold a number in doubt', () => {
    for (const [, given] of CASES)
      for (const [key, text, verdict] of given)
        if (verdict === 'disputed' && text !== null) expect(said([key, text, 'disputed'])).toBe('');
  });
});

describe('sentences of a comparison', () => {
  const account = (name: string, ...given: Given[]) => ({ name, figures: figures(...given) });
  const told = (...accounts: ReturnType<typeof account>[]) => comparisonSentences(accounts).map(plainSentence);

  it('name two or three, the highest first, and how far they are apart', () => {
    expect(told(account('乙', ['total', '3,890.08']), account('甲', ['total', '8,680.23']))).toEqual([
      '收支总计：甲 8,680.23 万元✓，乙 3,890.08 万元✓，前者是后者的 2.23 倍。',
    ]);
  });

  it('of more only the ends', () => {
    const many = ['4', '1', '3', '2'].map((value) => account(`第${value}`, ['total', `${value}.00`]));
    expect(told(...many)).toEqual(['收支总计最高的是第4 4.00 万元✓，最低的是第1 1.00 万元✓，前者是后者的 4.00 倍。']);
  });

  it('leave out what is in doubt or missing, and say so', () => {
    expect(
      told(
        account('甲', ['total', '3.00']),
        account('乙', ['total', '2.00']),
        account('丙', ['total', '9.00', 'disputed']),
        account('丁', ['total', null]),
      ),
    ).toEqual(['收支总计：甲 3.00 万元✓，乙 2.00 万元✓，前者是后者的 1.50 倍（丙 存疑，丁 没有公布，不参加比较）。']);
    expect(told(account('甲', ['total', '3.00']), account('乙', ['total', '2.00', 'disputed']))).toEqual([]);
  });

  it('do not rank what rounding leaves open, nor divide by nothing', () => {
    expect(told(account('甲', ['total', '3']), account('乙', ['total', '3.2']))).toEqual([
      '收支总计：乙 3.2 万元✓，甲 3 万元✓，相差在四舍五入之内。',
    ]);
    expect(told(account('甲', ['total', '3.00']), account('乙', ['total', '0.00']))).toEqual([
      '收支总计：甲 3.00 万元✓，乙 0.00 万元✓。',
    ]);
  });

  it('keep the signs of rates', () => {
    expect(
      told(
        account('甲', ['total_published', '+404.91', 'consistent', '%']),
        account('乙', ['total_published', null], ['total_recomputed', '−1.50', 'unchecked', '%']),
      ),
    ).toEqual(['收支总计比上年增减：甲 +404.91%✓，乙 −1.50%○。']);
  });
});

describe('reasons in a brief', () => {
  const reason = (measure: PrintedReason['measure'], text: string): PrintedReason => ({
    measure,
    label: measure,
    subject: null,
    basis: 'year',
    direction: 'increase',
    text,
    place: placeAt(7),
    claims: [],
  });
  it('are quoted once, and only for changes that may be spoken of', () => {
    const known = figures(['total_change', '1.00'], ['general_budget_change', '1.00', 'disputed']);
    const reasons = [
      reason('total_revenue_expenditure', '补助增加'),
      reason('total_expenditure', '补助增加'),
      reason('general_expenditure', '项目增加'),
      reason('reception', '批次增加'),
    ];
    expect(quotedReasons(known, reasons).map(({ reason: { text } }) => text)).toEqual(['补助增加']);
  });
});

describe('verdicts', () => {
  const key = (line: number, printed: string) => `null|null|${line}|null|${printed}`;
  const evidence = {
    holding: new Set([key(1, '5.00'), key(3, '1.00')]),
    broken: new Set([key(2, '7.00'), key(3, '1.00')]),
    blamed: new Map([[key(4, '9.00'), {} as never]]),
  };
  const cell = (line: number, printed: string, more: Partial<PanelCell> = {}): PanelCell => ({
    text: printed,
    value: printed,
    status: 'published',
    sources: [{ account: 'a', label: '', printed, place: placeAt(line) }],
    ...more,
  });
  test.each([
    ['holds', cell(1, '5.00'), 'consistent'],
    ['only broken relations', cell(2, '7.00'), 'disputed'],
    ['holds in one and is in the company of an error in another', cell(3, '1.00'), 'consistent'],
    ['blamed by an error', cell(4, '9.00'), 'disputed'],
    ['another number of the same line', cell(4, '8.00'), 'unchecked'],
    ['marked as disputed', cell(1, '5.00', { disputed: true }), 'disputed'],
    ['in no relation', cell(9, '5.00'), 'unchecked'],
    ['missing', cell(9, '', { value: null, status: 'missing' }), 'missing'],
  ] as const)('%s: %s', (_, given, verdict) => {
    expect(verdictOf(given, evidence)).toBe(verdict);
  });
});

describe('the published accounts', async () => {
  const reference = loadReference();
  const inputOf = async (account: Account) => ({
    account,
    report: await checkReading({ ...account, unread: [] }, reference),
    reasons: [],
  });
  const [one, other] = [await inputOf(hengshan), await inputOf(mizhi)];

  it('横山 2021: basic expenditure is in doubt with both values and nothing is said on it', () => {
    const brief = buildBrief([one]);
    const text = brief.sentences.map(plainSentence).join('');
    expect(text).toContain('收支总计 8,680.23 万元✓，比上年增加 6,961.05 万元✓，增长 404.91%✓。');
    expect(text).not.toMatch(/1,?075\.63|1,?705\.63/);
    expect(brief.disputes.map(({ dispute }) => [dispute.label, dispute.values.map((value) => value.text)])).toEqual([
      ['基本支出', ['1705.63 万元', '1075.63 万元']],
    ]);
    expect(brief.rows.find(({ key }) => key === 'basic_expenditure')?.figures[0]?.verdict).toBe('disputed');
  });

  it('米脂 2023: the rate that misses its last digit says so', () => {
    const text = buildBrief([other]).sentences.map(plainSentence).join('');
    expect(text).toContain('收支总计 3,890.08 万元✓，比上年增加 531.83 万元≈，增长 15.83%≈。');
  });

  it('both side by side', () => {
    const { sentences, rows, title } = buildBrief([one, other]);
    expect(title).toContain('部门决算比较');
    expect(sentences.map(plainSentence)[0]).toBe(
      '收支总计：榆林市横山区 2021 年 8,680.23 万元✓，米脂县 2023 年 3,890.08 万元✓，前者是后者的 2.23 倍。',
    );
    for (const row of rows) expect(row.figures).toHaveLength(2);
  });

  it('a doubt that its values do not show says that it comes from other figures', () => {
    const report = undefined;
    const of = (...entries: Given[]) =>
      disputesOf(figures(...entries), report, one.account)[0]?.values.map(({ text }) => text);
    expect(of(['total_published', '−0.04', 'disputed', '%'], ['total_recomputed', '−0.04', 'disputed', '%'])).toEqual([
      '公布 −0.04%',
      '相关的数存疑',
    ]);
    expect(of(['total_published', '−0.04', 'disputed', '%'], ['total_recomputed', '−0.05', 'disputed', '%'])).toEqual([
      '公布 −0.04%',
      '按增减额重算 −0.05%',
    ]);
  });

  it('says how many more are in doubt than the page has room for', () => {
    const contradicted = ({ account, report }: typeof one) => ({
      account,
      reasons: [],
      report: {
        ...report,
        findings: [],
        relations: [...account.facts, ...account.claims].map(({ place, printed }) => ({
          ...(report.relations[0] as (typeof report.relations)[number]),
          state: 'contradiction' as const,
          left: [
            { ...(report.relations[0]?.left[0] as (typeof report.relations)[number]['left'][number]), place, printed },
          ],
          right: [],
        })),
      },
    });
    const [first, second] = [contradicted(one), contradicted(other)];
    const all = [first, second].map(({ account, report }) =>
      disputesOf(briefFigures(account, report), report, account),
    );
    const brief = buildBrief([first, second]);
    expect(brief.disputes).toHaveLength(6);
    expect(brief.furtherDisputes.reduce((sum, { count }) => sum + count, 0)).toBe(all.flat().length - 6);
    expect(all.flat().length).toBeGreaterThan(10);
    expect(buildBrief([first]).furtherDisputes).toEqual([
      { account: first.account.id, name: '', count: (all[0]?.length ?? 0) - 6 },
    ]);
    expect(buildBrief([one]).furtherDisputes).toEqual([]);
  });

  it('accounts of which nothing was checked say so, and not that nothing could be', () => {
    expect(buildBrief([{ ...one, report: undefined }]).isUnchecked).toBe(true);
    expect(buildBrief([{ ...one, report: { ...one.report, relations: [] } }]).isUnchecked).toBe(true);
    expect(buildBrief([one]).isUnchecked).toBe(false);
  });

  it('an account without a report says nothing is checked', () => {
    const text = buildBrief([{ ...one, report: undefined }])
      .sentences.map(plainSentence)
      .join('');
    expect(text).toContain('收支总计 8,680.23 万元○');
    expect(text).not.toContain('8,680.23 万元✓');
  });
});
