import { Decimal } from '../amount';
import { pairBars } from '../charts/pairBars';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import { measureOf } from '../measures';
import { findMetric } from '../metrics';
import { TOTALS } from '../metrics/bases';
import { yearOnYear } from '../metrics/growth';
import { chartValue, type MoneyScale, measuredCell, metricCell, moneyScale, withUnit } from './cells';
import { cellOf, compose, rowOf, themeOfView } from './compose';
import { type AccountName, namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';

const LEVELS = [
  ['year_revenue', '本年收入合计'],
  ['year_expenditure', '本年支出合计'],
  ['general_expenditure', '一般公共预算财政拨款支出'],
  ['fund_expenditure', '政府性基金预算财政拨款支出'],
  ['capital_expenditure', '国有资本经营预算财政拨款支出'],
  ['opening_balance', '年初结转和结余'],
  ['closing_balance', '年末结转和结余'],
] as const;

/** 收支总计; where it or its comparison with last year is not stated, the plainest total whose comparison is, and its name. */
function totalOf(account: Account): Measured {
  const { level } = yearOnYear(account, TOTALS);
  const standIn = standInOf(account);
  return standIn ? { ...level, reason: [standIn, level.reason].filter(Boolean).join('；') } : level;
}

/** What the figure under 收支总计 is called in this account. */
export const totalName = (account: Account): string => yearOnYear(account, TOTALS).level.label;

/** Which figure stands for 收支总计, where it is another one. */
export function standInOf(account: Account): string | undefined {
  const { level } = yearOnYear(account, TOTALS);
  return level.value === null || level.label === TOTAL ? undefined : `所列为${level.label}`;
}

const TOTAL = measureOf('total_revenue_expenditure').label;

function rowsOf(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  const prior = findMetric('prior_total');
  const change = (account: Account): PanelCell => {
    const { change: stated } = yearOnYear(account, TOTALS);
    return measuredCell(account, stated, scale);
  };
  return [
    rowOf(
      'total',
      '收支总计',
      scale.unit,
      accounts.map((account) => measuredCell(account, totalOf(account), scale)),
    ),
    rowOf(
      'prior_total',
      '上年收支总计',
      scale.unit,
      accounts.map((account) => metricCell(account, prior.compute(account), scale)),
    ),
    rowOf('change', '比上年增减额', scale.unit, accounts.map(change)),
    ...LEVELS.map(([id, label]) =>
      rowOf(
        id,
        label,
        scale.unit,
        accounts.map((account) => measuredCell(account, measure(account, id), scale)),
      ),
    ),
  ];
}

function sentenceOf(account: Account, rows: readonly PanelRow[], name: string, at: number, scale: MoneyScale): string {
  const [total, prior] = [cellOf(rows, 'total', at), cellOf(rows, 'prior_total', at)];
  if (total.value === null) return `${name} 没有收支总计`;
  const head = `${name} 年${totalName(account)} ${withUnit(total, scale.unit)}`;
  if (prior.value === null) return `${head}，文件没有说明上年数`;
  const difference = new Decimal(total.value).minus(prior.value);
  const change = cellOf(rows, 'change', at);
  const moved = change.value === null ? difference.abs().toFixed(scale.decimals) : change.text.replace('−', '');
  const word = difference.isNegative() ? '减少' : '增加';
  const how = prior.status === 'derived' ? `推算的上年数 ${prior.text}` : `上年数 ${prior.text}`;
  return difference.isZero() ? `${head}，与上年持平` : `${head}，比${how} ${scale.unit}${word} ${moved} ${scale.unit}`;
}

export const totals: Panel = {
  id: 'totals',
  title: '收支规模有多大，比上年变了多少？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const scale = moneyScale(
      accounts.flatMap((account) => [totalOf(account), ...LEVELS.map(([id]) => measure(account, id))]),
    );
    const rows = rowsOf(accounts, scale);
    const names = namesOf(accounts);
    const answer = `${accounts.map((account, at) => sentenceOf(account, rows, names[at]?.full ?? '', at, scale)).join('；')}。`;
    const bars = accounts.map(({ fiscalYear }, at) => {
      const [total, prior] = [cellOf(rows, 'total', at), cellOf(rows, 'prior_total', at)];
      const derived = prior.status === 'derived';
      return {
        name: names[at]?.full ?? '',
        position: at,
        bars: [
          { label: `${fiscalYear}`, ...markOf(total) },
          { label: `${fiscalYear - 1}${derived ? ' 推算' : ''}`, ...markOf(prior) },
        ],
      };
    });
    const drawn = bars.some((row) => row.bars.some((bar) => bar.value !== null));
    return compose({
      panel: totals,
      accounts,
      subtitle: `单位：${scale.unit}　${yearsOf(accounts)}　收入支出决算总表，上年数据情况说明推算`,
      answer,
      rows,
      chart: drawn ? (width) => pairBars(bars, themeOfView(view), width, answer) : null,
      notes: standInNotes(accounts, names),
    });
  },
};

/** Said wherever 收支总计 is not what is shown under its name. */
export const standInNotes = (accounts: readonly Account[], names: readonly AccountName[]): string[] =>
  accounts.flatMap((account, at) => {
    const standIn = standInOf(account);
    return standIn ? [`${names[at]?.full ?? ''} 年：没有收支总计或其与上年的比较，${standIn}。`] : [];
  });

/** A cell as a mark of a chart. */
export const markOf = (cell: PanelCell) => ({
  value: chartValue(cell),
  text: cell.value === null ? '无数据' : cell.text,
  derived: cell.status === 'derived',
  disputed: cell.disputed === true,
});
