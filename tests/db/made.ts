import { createHash } from 'node:crypto';
import { coreName } from '../../db/loading/department';
import type { Prepared } from '../../db/loading/prepare';
import type { Reference } from '../../lib/classification';
import type { Claim, Fact, Reading, StatementReading } from '../../lib/facts';
import type { CheckReport } from '../../lib/findings';
import { type Place, placeAt } from '../../lib/place';

const region = { code: '990101', name: '青石县' };

export const madeReference: Reference = {
  functional: new Map([
    ['208', subject('208', '社会保障和就业支出', 1, null)],
    ['20805', subject('20805', '行政事业单位养老支出', 2, '208')],
  ]),
  economic: new Map([['301', subject('301', '工资福利支出', 1, null)]]),
  functionalOld: new Map(),
  economicOld: new Map(),
  functionalChanges: [],
  regions: [
    { code: '990000', name: '云山省', level: '省级', parent: null, validFrom: null, validTo: null },
    { code: '990100', name: '碧水市', level: '地级', parent: '990000', validFrom: null, validTo: null },
    { ...region, level: '县级', parent: '990100', validFrom: '2016', validTo: null },
  ],
};

function subject(code: string, name: string, level: 1 | 2 | 3, parent: string | null) {
  return { code, name, level, parent, validFrom: 2007, validTo: null, confidence: 'found' as const };
}

const boxed: Place = { page: 3, sheet: '公开03表', line: 12, cell: 4, box: [1.5, 2, 3.25, 4] };

const fact = (
  line: string,
  column: Fact['column'],
  printed: string,
  amount: string,
  more: Partial<Fact> = {},
): Fact => ({
  statement: 'expenditure',
  side: null,
  code: /^\d+$/.test(line) ? line : null,
  name: line === 'total' ? '合计' : '养老支出',
  line,
  column,
  printed,
  amount,
  decimals: amount.split('.')[1]?.length ?? 0,
  unit: '万元',
  place: placeAt(12, 3),
  ...more,
});

const facts: Fact[] = [
  fact('total', 'total', '1,234.50', '1234.50'),
  fact('total', 'basic', '.040', '0.040'),
  fact('total', 'project', '1,234.46', '1234.46', { place: boxed }),
  fact('20805', 'total', '205.7', '205.7'),
  fact('20805', 'basic', '6', '6'),
  fact('20805', 'project', '0.1234567', '0.1234567'),
  fact('20805', 'business', '-0.00', '-0.00'),
  fact('208', 'total', '98765432109876543.21', '98765432109876543.21', { unit: '元' }),
  fact('208', 'final', '(3,890.08)', '-3890.08', { statement: 'revenue_expenditure_summary', side: 'expenditure' }),
  fact('208', 'other', '12', '12', { line: null, code: null, name: '无法归类' }),
];

const statement: StatementReading = {
  statement: 'expenditure',
  title: '支出决算表',
  number: '公开03表',
  state: 'filled',
  reason: null,
  listedEmpty: false,
  unit: '万元',
  columns: ['total', 'basic', 'project', 'business'],
  lines: [
    {
      side: null,
      code: null,
      name: '合计',
      line: 'total',
      facts: [0, 1, 2],
      empty: [
        { column: 'business', printed: '', kind: 'blank', place: placeAt(12, 6) },
        { column: 'other', printed: '—', kind: 'dash', place: placeAt(12, 7) },
        { column: 'total', printed: '见附件', kind: 'text', place: { ...placeAt(13, 1), page: 2 } },
        { column: 'basic', printed: '', kind: 'blank', place: { ...placeAt(12, 8), box: [0, 0, 1, 1] } },
      ],
      place: placeAt(12),
    },
    { side: null, code: '20805', name: '养老支出', line: '20805', facts: [3, 4, 5, 6], empty: [], place: placeAt(13) },
  ],
  notes: ['注：本表反映支出情况。'],
  place: placeAt(8),
};

const claim = (measure: Claim['measure'], value: string, unit: string, more: Partial<Claim> = {}): Claim => ({
  measure,
  aspect: 'final',
  subject: null,
  subjectPath: [],
  value,
  unit,
  decimals: value.split('.')[1]?.length ?? 0,
  direction: null,
  base: null,
  year: null,
  printed: value,
  sentence: '支出合计 1234.50 万元。',
  section: ['三、支出决算情况说明'],
  place: placeAt(40),
  ...more,
});

const cellAt = (printed: string, value: string | null) => ({ printed, value, place: placeAt(60, 2) });

/** A reading that has one of everything the types allow. */
export function madeReading(
  more: { file?: string; bytes?: Uint8Array; claims?: Claim[]; year?: number | null } = {},
): Reading {
  const bytes = more.bytes ?? Buffer.from('甲');
  return {
    document: {
      file: more.file ?? 'made.txt',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      title: '青石县林草局 2022 年度部门决算',
      department: '青石县林草局',
      region,
      fiscalYear: more.year === undefined ? 2022 : more.year,
    },
    statements: [
      statement,
      {
        ...statement,
        statement: 'state_capital',
        number: null,
        state: 'absent',
        reason: '本部门无此项收支',
        listedEmpty: true,
        lines: [],
        notes: [],
      },
      {
        ...statement,
        statement: 'government_fund',
        state: 'empty',
        reason: null,
        listedEmpty: null,
        lines: [],
        columns: [],
      },
    ],
    facts,
    claims: more.claims ?? [
      claim('year_expenditure', '1234.50', '万元'),
      claim('year_expenditure', '15.83', '%', {
        aspect: 'growth_on_year',
        direction: 'increase',
        base: 'year_revenue',
        year: 2022,
      }),
      claim('headcount_actual', '25', '人'),
      claim('subject_expenditure', '6', '万元', {
        subject: '20805',
        subjectPath: ['208', '社会保障', '20805'],
        section: [],
      }),
    ],
    performance: [
      {
        kind: 'project',
        title: '项目支出绩效自评表',
        subject: '种树',
        unit: '万元',
        funds: [
          {
            name: '年度资金总额',
            initialBudget: null,
            budget: cellAt('1,000.00', '1000.00'),
            executed: cellAt('——', null),
            budgetParts: [cellAt('1,000.00', '1000.00')],
            executedParts: [],
            points: cellAt('10', '10'),
            rate: cellAt('100%', '100'),
            score: null,
          },
        ],
        indicators: [
          {
            level1: '产出指标',
            level2: '数量指标',
            level3: '种树',
            target: cellAt('≥100棵', '100'),
            result: null,
            points: null,
            score: null,
            remark: '无',
          },
          {
            level1: '效益指标',
            level2: '',
            level3: '成荫',
            target: null,
            result: cellAt('达成', null),
            points: null,
            score: null,
            remark: null,
          },
        ],
        totalPoints: cellAt('100', '100'),
        totalScore: null,
        place: boxed,
      },
      {
        kind: 'department',
        title: '整体支出',
        subject: '林草局',
        unit: '元',
        funds: [],
        indicators: [],
        totalPoints: null,
        totalScore: null,
        place: placeAt(90),
      },
    ],
    unread: [{ text: '占地 3 亩', numbers: ['3'], place: placeAt(99) }],
  };
}

export const madeReport: CheckReport = {
  findings: [
    {
      check: 'T3-01',
      severity: 'error',
      message: '支出决算表的合计与各部分之和不符',
      places: [placeAt(12, 3), boxed],
      expected: '1234.50',
      found: '0.040',
      difference: '-1234.46',
      suggestion: { place: placeAt(12, 3), printed: '.040', value: '0.04', why: '小数点移位' },
      detail: null,
    },
    {
      check: 'P-01',
      severity: 'note',
      message: '无',
      places: [],
      expected: null,
      found: null,
      difference: null,
      suggestion: null,
      detail: null,
    },
  ],
  verdicts: [{ statement: 'expenditure', checked: 4, contradictions: 1, rounding: 1, notCheckable: 2 }],
  relations: [],
  adopted: [
    {
      fact: 1,
      claim: null,
      place: placeAt(12, 3),
      printed: '.040',
      value: '0.04',
      unit: '万元',
      why: '见 T3-01',
      check: 'T3-01',
    },
  ],
  coverage: { covered: 7, published: 10 },
};

/** As the loader would hand it to the store. */
export function madePrepared(
  reading: Reading,
  more: { bytes?: Uint8Array; report?: CheckReport; year?: number } = {},
): Prepared {
  const bytes = more.bytes ?? Buffer.from('甲');
  const report = more.report ?? null;
  return {
    task: {
      bytes,
      file: reading.document.file,
      told: {},
      reference: madeReference,
      now: new Date('2024-05-06T07:08:09Z'),
      held: undefined,
    },
    identity: {
      name: '青石县林草局',
      core: coreName('青石县林草局', ['青石县']),
      region,
      year: more.year ?? 2022,
      held: null,
      notes: [],
    },
    reading,
    report,
    text: '甲\n\n乙',
    digest: createHash('sha256')
      .update(JSON.stringify([reading, report]))
      .digest('hex'),
    slug: 'lincao-ju',
  };
}
