import { formatNumber } from '../amount';
import type { Figure } from '../figure';
import { placeAt } from '../place';
import { boundsText, missingCell, sourcesOfCells } from './cells';
import { type CodeAmount, growthCell } from './codeAmounts';
import { type CodeYear, departmentYearsChart } from './codeCharts';
import type { PanelCell, PanelData, PanelRow } from './panel';

/** One year of a figure; without it a gap that says why. */
export interface FigurePoint {
  year: number;
  /** the account that prints it, of a derived one that of the next year */
  account: string | null;
  figure: Figure | null;
  reason: string | null;
}

export interface FigureYears {
  id: string;
  label: string;
  unit: string;
  /** money and counts get a row of growth below them */
  growth: boolean;
  points: readonly FigurePoint[];
}

/** Amounts have at least as many places as the forms print; who prints fewer is not more exact, hence the bounds. */
const PLACES = 2;
const STATUS = { printed: 'published', summed: 'derived', computed: 'computed', derived: 'derived' } as const;

/** A stored figure as a cell with its line. */
export function yearFigureCell({ account, figure, reason, year }: FigurePoint, label: string): PanelCell {
  if (!figure) return missingCell(reason ?? '文件中没有说明');
  const { value, low, high, source, line } = figure;
  const decimals = figure.unit === '万元' ? Math.max(figure.decimals, PLACES) : figure.decimals;
  const text = formatNumber(value, decimals);
  const bounds = source !== 'printed' && low !== high ? `四舍五入允许的范围：${boundsText(low, high, decimals)}` : null;
  const why = [figure.reason, bounds].filter(Boolean).join('；');
  const sources =
    account === null || line === null
      ? []
      : [{ account, label: `${year} 年${label}`, printed: formatNumber(value, figure.decimals), place: placeAt(line) }];
  return {
    text,
    value,
    status: STATUS[source],
    ...(figure.disputed ? { disputed: true } : {}),
    ...(why ? { reason: why } : {}),
    low,
    high,
    sources,
  };
}

function rowsOf({ id, label, unit, growth, points }: FigureYears): PanelRow[] {
  const level: PanelRow = {
    key: id,
    label,
    unit: unit === '' ? null : unit,
    depth: 0,
    cells: points.map((point) => yearFigureCell(point, label)),
  };
  if (!growth) return [level];
  const cells = points.map(({ figure }, at): PanelCell => {
    const before = points[at - 1]?.figure;
    const disputed = figure?.disputed === true || before?.disputed === true;
    return growthCell(figure ?? undefined, before ?? undefined, disputed);
  });
  return [level, { key: `${id}_growth`, label: '比上年', unit: '%', depth: 1, cells }];
}

const byId = (figures: readonly FigureYears[], id: string): FigureYears | undefined =>
  figures.find((figure) => figure.id === id);

const amountOf = (point: FigurePoint | undefined): CodeAmount | null => point?.figure ?? null;

function columnsOfYears(figures: readonly FigureYears[], stored: ReadonlySet<number>): CodeYear[] {
  const [all, basic, project] = ['year_expenditure', 'basic_expenditure', 'project_expenditure'].map((id) =>
    byId(figures, id),
  );
  return (all?.points ?? []).map((point, at) => ({
    year: point.year,
    amount: amountOf(point),
    first: amountOf(basic?.points[at]),
    second: amountOf(project?.points[at]),
    disputed: point.figure?.disputed === true,
    derived: point.figure?.source === 'derived',
    stored: stored.has(point.year),
  }));
}

function answerOf(name: string, years: readonly CodeYear[]): string {
  const [first, last] = [years.find(({ amount }) => amount), years.findLast(({ amount }) => amount)];
  if (!first?.amount || !last?.amount) return `${name}各年都没有公布本年支出合计。`;
  const spoken = (year: CodeYear): string => `${year.year} 年 ${formatNumber(year.amount?.value ?? '0', 2)} 万元`;
  const head = first === last ? spoken(last) : `从${spoken(first)}到${spoken(last)}`;
  const gaps = years.filter(({ amount }) => !amount).map(({ year }) => year);
  return `${name}本年支出合计${head}${gaps.length > 0 ? `；缺 ${gaps.join('、')} 年` : ''}。`;
}

/** The main figures of a department over the years, with growth; every year of the span is a column. */
export function departmentYears(name: string, figures: readonly FigureYears[], stored: ReadonlySet<number>): PanelData {
  const years = columnsOfYears(figures, stored);
  const rows = figures.flatMap(rowsOf).filter((row) => row.cells.some((cell) => cell.value !== null));
  const answer = answerOf(name, years);
  const drawn = years.some(({ amount }) => amount);
  return {
    panel: 'years',
    title: '主要数字各年如何？',
    subtitle: `金额单位：万元　${years[0]?.year ?? ''}—${years.at(-1)?.year ?? ''} 年`,
    answer,
    columns: years.map(({ year }) => ({ key: String(year), label: `${year} 年`, unit: null })),
    rows,
    chart: drawn ? departmentYearsChart({ first: '基本支出', second: '项目支出' }, years, answer) : null,
    options: [],
    notes: [
      '增减按公布的各年数重算，并附四舍五入允许的范围；文件自己公布的增减见“变化与原因”。',
      '空着的年度没有收录决算；空心与“推”表示由下一年度决算的比较推得。',
    ],
    sources: sourcesOfCells(rows.flatMap((row) => row.cells)),
  };
}
