import type { Claim } from '../../lib/facts';
import type { AspectId, MeasureId } from '../../lib/measures';
import { type Piece, printedWan } from './draft';
import { generalOf, totalOf } from './ledger';
import type { Form } from './statements';
import { revenuesOf } from './summaries';

/** A year's document, with the year before for its comparisons. */
export interface Told extends Form {
  before: Form;
  /** the document says why its total changed */
  explains: boolean;
  region: string;
  tookOver: readonly string[];
}

const money = (measure: MeasureId, aspect: AspectId, fen: number, more: Partial<Claim> = {}): Piece => ({
  measure,
  aspect,
  unit: '万元',
  printed: printedWan(Math.abs(fen)),
  ...more,
});

/** A rate in per cent, worked out from the printed figures as offices do it. */
const rate = (part: number, whole: number): string => {
  const [above, below] = [Number(printedWan(part)), Number(printedWan(whole))];
  return (Math.round((above / below) * 10_000) / 100).toFixed(2);
};

const percent = (measure: MeasureId, aspect: AspectId, printed: string, more: Partial<Claim> = {}): Piece => ({
  measure,
  aspect,
  unit: '%',
  printed,
  ...more,
});

const heads = (measure: MeasureId, count: number, year: number | null): Piece => ({
  measure,
  aspect: 'final',
  unit: '人',
  printed: String(count),
  year,
});

/** 增加 … 万元，增长 …% of a measure against last year; nothing where there was nothing. */
function comparison(measure: MeasureId, now: number, before: number, year: number | null): Piece[] {
  const change = Number(printedWan(now)) - Number(printedWan(before));
  if (before === 0 || Math.abs(change) < 0.01) return ['与上年持平'];
  const direction = change > 0 ? ('increase' as const) : ('decrease' as const);
  const printed = Math.abs(change).toFixed(2);
  const growth = ((Math.abs(change) / Number(printedWan(before))) * 100).toFixed(2);
  return [
    change > 0 ? '增加 ' : '减少 ',
    { measure, aspect: 'change_on_year', unit: '万元', printed, direction, year },
    change > 0 ? ' 万元，增长 ' : ' 万元，下降 ',
    percent(measure, 'growth_on_year', growth, { direction, year }),
    '%',
  ];
}

/** An office names an item that made up at least so much of the change. */
const NAMED = 0.3;

/** Why the total changed, as offices put it: the 项 that moved most that way; nothing where none stands out or nobody explains. */
function reasonFor({ draft, before, codes, explains }: Told, change: number): string {
  if (!explains) return '';
  const [{ year, general: now }, { year: last, general: then }] = [draft.amounts, before.draft.amounts];
  const spent = (amounts: typeof now, code: string): number => {
    const { basic = 0, project = 0 } = amounts.get(code) ?? {};
    return basic + project;
  };
  const known = new Set([...now.keys()].map((code) => codes.codeIn(code, last)));
  const moved = [
    ...[...now.keys()].map((code) => ({ code, by: spent(now, code) - spent(then, codes.codeIn(code, last)) })),
    ...[...then.keys()].filter((code) => !known.has(code)).map((code) => ({ code, by: -spent(then, code) })),
  ].filter(({ by }) => by > 0 === change > 0 && Math.abs(by) >= NAMED * Math.abs(change));
  const [most] = moved.sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  if (!most || change === 0) return '';
  const name = codes.nameIn(most.code, year).replace(/支出$/, '');
  return `，主要是${name}支出${change > 0 ? '增加' : '减少'}`;
}

const share = (measure: MeasureId, part: number, whole: number, base: MeasureId, year: number): Piece[] => [
  ' 万元，占 ',
  percent(measure, 'share', rate(part, whole), { base, year }),
  '%',
];

function staff({ draft }: Told): void {
  const { year, staff: people } = draft.amounts;
  draft.heading('三、单位人员情况', 1);
  const { administrative, institution, quota, retirees } = people;
  const inQuota = Math.round((quota * administrative) / (administrative + institution));
  draft.sentences(
    [
      `截至 ${year} 年底，本单位人员编制 `,
      heads('headcount_quota', quota, year),
      ' 人，其中行政编制 ',
      heads('headcount_quota_administrative', inQuota, year),
      ' 人、事业编制 ',
      heads('headcount_quota_institution', quota - inQuota, year),
      ' 人；实有人员 ',
      heads('headcount_actual', administrative + institution, year),
      ' 人，其中行政 ',
      heads('headcount_actual_administrative', administrative, year),
      ' 人、事业 ',
      heads('headcount_actual_institution', institution, year),
      ' 人。',
    ],
    ['单位管理的离退休人员 ', heads('retirees', retirees, null), ' 人。'],
  );
}

function overall(told: Told): void {
  const { draft, before } = told;
  const { year } = draft.amounts;
  const [now, then] = [revenuesOf(told).total, revenuesOf(before).total];
  draft.heading('一、收入支出决算总体情况说明', 1);
  const measure = 'total_revenue_expenditure';
  draft.sentences([
    `${year} 年度收入总计、支出总计均为 `,
    money(measure, 'final', now, { year }),
    ' 万元，与上年相比收入总计、支出总计',
    ...comparison(measure, now, then, year),
    reasonFor(told, now - then),
    '。',
  ]);
}

function revenue(told: Told): void {
  const { draft } = told;
  const { year } = draft.amounts;
  const { general, fund, business, year: all } = revenuesOf(told);
  draft.heading('二、收入决算情况说明', 1);
  draft.sentences([
    `${year} 年度本年收入合计 `,
    money('year_revenue', 'final', all, { year }),
    ' 万元，其中：财政拨款收入 ',
    money('fiscal_revenue', 'final', general + fund, { year }),
    ...share('fiscal_revenue', general + fund, all, 'year_revenue', year),
    ...(business === 0
      ? []
      : [
          '；事业收入 ',
          money('institution_revenue', 'final', business, { year }),
          ...share('institution_revenue', business, all, 'year_revenue', year),
        ]),
    '。',
  ]);
}

function expenditure({ draft, ledger }: Told): void {
  const { year } = draft.amounts;
  const { basic, project } = ledger.total;
  const all = totalOf(ledger.total);
  draft.heading('三、支出决算情况说明', 1);
  draft.sentences([
    `${year} 年度本年支出合计 `,
    money('year_expenditure', 'final', all, { year }),
    ' 万元，其中：基本支出 ',
    money('basic_expenditure', 'final', basic, { year }),
    ...share('basic_expenditure', basic, all, 'year_expenditure', year),
    '；项目支出 ',
    money('project_expenditure', 'final', project, { year }),
    ...share('project_expenditure', project, all, 'year_expenditure', year),
    '。',
  ]);
}

function fiscal(told: Told): void {
  const { draft, before } = told;
  const { year } = draft.amounts;
  const totalAt = (form: Form): number => revenuesOf(form).total - revenuesOf(form).business;
  draft.heading('四、财政拨款收入支出决算总体情况说明', 1);
  draft.sentences([
    `${year} 年度财政拨款收入总计、支出总计均为 `,
    money('fiscal_total', 'final', totalAt(told), { year }),
    ' 万元，与上年相比收入总计、支出总计',
    ...comparison('fiscal_total', totalAt(told), totalAt(before), year),
    '。',
  ]);
}

function general({ draft, ledger, before }: Told): void {
  const { year, budget } = draft.amounts;
  const [now, then] = [generalOf(ledger.total), generalOf(before.ledger.total)];
  const measure = 'general_expenditure';
  draft.heading('五、一般公共预算财政拨款支出决算情况说明', 1);
  draft.sentences(
    [
      `${year} 年度一般公共预算财政拨款支出年初预算 `,
      money(measure, 'initial_budget', budget, { year }),
      ' 万元，支出决算 ',
      money(measure, 'final', now, { year }),
      ' 万元，完成年初预算的 ',
      percent(measure, 'completion', rate(now, budget), { year }),
      '%，占本年支出合计的 ',
      percent(measure, 'share', rate(now, totalOf(ledger.total)), { base: 'year_expenditure', year }),
      '%。',
    ],
    ['与上年相比，财政拨款支出', ...comparison(measure, now, then, null), '。'],
  );
}

function basic({ draft }: Told): void {
  const { year, economic } = draft.amounts;
  const personnel = [...economic].reduce((sum, [code, fen]) => sum + (/^30[13]/.test(code) ? fen : 0), 0);
  const all = [...economic.values()].reduce((sum, fen) => sum + fen, 0);
  draft.heading('六、一般公共预算财政拨款基本支出决算情况说明', 1);
  draft.sentences([
    `${year} 年度一般公共预算财政拨款基本支出 `,
    money('general_basic_expenditure', 'final', all, { year }),
    ' 万元，包括人员经费和公用经费。',
  ]);
  draft.item('（一）', ['人员经费 ', money('personnel_expenditure', 'final', personnel), ' 万元。']);
  draft.item('（二）', ['公用经费 ', money('operating_expenditure', 'final', all - personnel), ' 万元。']);
}

function publicExpenses({ draft }: Told): void {
  const { year, publicExpenses: spent } = draft.amounts;
  const all = spent.vehicles + spent.reception;
  draft.heading('九、财政拨款“三公”经费及会议费、培训费支出决算情况说明', 1);
  draft.sentences([
    `${year} 年度财政拨款安排“三公”经费支出预算 `,
    money('three_public', 'budget', all, { year }),
    ' 万元，支出决算 ',
    money('three_public', 'final', all, { year }),
    ' 万元。',
  ]);
}

function agency({ draft, before }: Told): void {
  const { year } = draft.amounts;
  const costs = ({ draft: { amounts } }: Form): number =>
    [...amounts.economic].reduce((sum, [code, fen]) => sum + (/^30[13]/.test(code) ? 0 : fen), 0);
  const [now, then] = [costs({ draft } as Form), costs(before)];
  const measure = 'agency_operating_cost';
  draft.heading('十、机关运行经费支出情况说明', 1);
  draft.sentences(
    [
      `${year} 年度机关运行经费预算 `,
      money(measure, 'budget', now, { year }),
      ' 万元，支出决算 ',
      money(measure, 'final', now, { year }),
      ' 万元，完成预算的 ',
      percent(measure, 'completion', '100', { year }),
      '%。',
    ],
    ['支出决算比上年', ...comparison(measure, now, then, null), '，主要原因是公用经费变动。'],
  );
}

/** The narrative, in the order and with the words of the form. */
export function writeNarrative(told: Told): void {
  const { draft, department, tookOver } = told;
  const { year } = draft.amounts;
  draft.heading('第一部分 单位概况', 0);
  draft.heading('二、部门决算单位构成', 1);
  draft.paragraph(`纳入本年度本部门决算编制范围的单位为${department}。`);
  if (tookOver.length > 0)
    draft.paragraph(`因机构改革，原${tookOver.join('、原')}并入本部门，本年度决算包含上述部门的收支。`);
  staff(told);
  draft.heading(`第二部分 ${year} 年度部门决算情况说明`, 0);
  overall(told);
  revenue(told);
  expenditure(told);
  fiscal(told);
  general(told);
  basic(told);
  publicExpenses(told);
  agency(told);
}
