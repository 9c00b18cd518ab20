import type { Width } from '../charts/frame';
import { departmentStyle, themeOf } from '../charts/theme';
import { type WaterfallStep, waterfall } from '../charts/waterfall';
import type { Account } from '../facts';
import type { MeasureId } from '../measures';
import { signedText } from './bridge';
import { chartValue, type MoneyScale, sourcesOfCells, withUnit } from './cells';
import { cellOf } from './compose';
import { growthRows } from './growth';
import { figureRows } from './keyFigures';
import type { PanelCell, PanelChart, PanelColumn, PanelData, PanelRow } from './panel';

/** How a document itself compares one of its figures with last year's. */
export interface Stated {
  key: 'total' | 'general_budget' | 'agency_operating_cost';
  label: string;
  unit: string;
  now: PanelCell;
  prior: PanelCell;
  change: PanelCell;
  published: PanelCell;
  recomputed: PanelCell;
  /** measures whose printed reasons explain it */
  measures: readonly MeasureId[];
}

const SUBJECTS = [
  {
    key: 'total',
    label: '收支总计',
    level: 'total',
    measures: ['total_revenue_expenditure', 'total_expenditure', 'total_revenue', 'year_expenditure', 'year_revenue'],
  },
  {
    key: 'general_budget',
    label: '一般公共预算财政拨款支出',
    level: 'general_expenditure',
    measures: [
      'general_expenditure',
      'general_revenue',
      'fiscal_expenditure',
      'fiscal_total',
      'fiscal_total_expenditure',
      'fiscal_total_revenue',
      'fiscal_revenue',
    ],
  },
  {
    key: 'agency_operating_cost',
    label: '机关运行经费',
    level: 'agency_operating_cost',
    measures: ['agency_operating_cost'],
  },
] as const;

/** Totals in 亿元 would leave nothing of the operating costs beside them; bridges speak in 万元, too. */
const SCALE: MoneyScale = { unit: '万元', decimals: 2 };

/** The comparisons with last year that an account states, each figure with its places. */
export function statedOf(account: Account): Stated[] {
  const [figures, moves] = [figureRows([account], SCALE), growthRows([account], SCALE)];
  return SUBJECTS.map(({ key, label, level, measures }): Stated => {
    const move = (kind: string) => cellOf(moves, `${key}_${kind}`, 0);
    return {
      key,
      label,
      unit: SCALE.unit,
      now: cellOf(figures, level, 0),
      prior: move('prior'),
      change: move('change'),
      published: move('published'),
      recomputed: move('recomputed'),
      measures,
    };
  });
}

const theme = themeOf('light');

/** Last year's level as the document implies it, the stated change, and this year's level; null where none is stated. */
export function statedChart({ label, now, prior, change, unit }: Stated, year: number): PanelChart | null {
  if (now.value === null || prior.value === null || change.value === null) return null;
  const { color } = departmentStyle(0, theme);
  const step = (words: string, cell: PanelCell, kind: WaterfallStep['kind']): WaterfallStep => ({
    label: words,
    kind,
    value: chartValue(cell),
    text: kind === 'change' && cell.value !== null ? signedText(cell.value) : cell.text,
    color: kind === 'level' ? color : theme.quiet,
    derived: cell.status === 'derived' && kind === 'level',
    disputed: cell.disputed === true,
  });
  const steps = [
    step(`${year - 1} 年${prior.status === 'derived' ? '（推算）' : ''}`, prior, 'level'),
    step('文件所说的增减', change, 'change'),
    step(`${year} 年`, now, 'level'),
  ];
  const words = `${label}：${year - 1} 年 ${withUnit(prior, unit)}，增减 ${withUnit(change, unit)}，${year} 年 ${withUnit(now, unit)}`;
  const draw = (width: Width) => waterfall(steps, theme, width, words);
  return { ...draw('wide'), narrow: draw('narrow') };
}

const told = ({ now, prior, change }: Stated): boolean =>
  now.value !== null && (prior.value !== null || change.value !== null);

/** What one document alone says of the year before: a table of its comparisons, and the first of them drawn. */
export function statedPanel(account: Account): PanelData {
  const { fiscalYear: year, department, id } = account;
  const stated = statedOf(account).filter(told);
  const unit = stated[0]?.unit ?? '万元';
  const rows = stated.map(
    ({ key, label, prior, change, now, published, recomputed }): PanelRow => ({
      key,
      label,
      unit,
      cells: [prior, change, now, published, recomputed],
    }),
  );
  const [first] = stated.filter((one) => statedChart(one, year) !== null);
  const answer = first
    ? `${department} ${first.label}：${year - 1} 年 ${withUnit(first.prior, unit)}${first.prior.status === 'derived' ? '（推算）' : ''}，${year} 年 ${withUnit(first.now, unit)}，文件所说的增减 ${withUnit(first.change, unit)}。`
    : `${department} ${year} 年的文件没有说明与上年的比较。`;
  const column = (key: string, label: string, own: string | null, of?: string): PanelColumn => ({
    key,
    label,
    unit: own,
    ...(of === undefined ? {} : { account: of }),
  });
  return {
    panel: 'stated',
    title: `${year - 1} 年到 ${year} 年，文件自己怎样说？`,
    subtitle: `单位：${unit}　${year - 1}、${year} 年　空心为推算`,
    answer,
    columns: [
      column('prior', `${year - 1} 年`, null, id),
      column('change', '增减额', null),
      column('now', `${year} 年`, null, id),
      column('published', '公布的增减', '%'),
      column('recomputed', '重算的增减', '%'),
    ],
    rows,
    chart: first ? statedChart(first, year) : null,
    options: [],
    notes: [
      `上年数由 ${year} 年度文件推算：上年数 = 本年数 − 增减额，附四舍五入允许的范围；没有 ${year - 1} 年度的决算可核对。`,
      '文件不说明各类、各项的上年数，因此不能逐类、逐项比较。',
    ],
    sources: sourcesOfCells(rows.flatMap((row) => row.cells)),
  };
}
