import { gap } from '../../amount';
import type { PerformanceFunds, PerformanceTable } from '../../facts';
import type { Draft } from '../draft';
import { judgeRate, shareOf } from '../rate';
import { type Figure, figureOf, figuresOf, isTotal, sumOf, tableName, totalFunds } from './cells';

const COLUMNS = ['initialBudget', 'budget', 'executed'] as const;
const COLUMN_WORDS = { initialBudget: '年初预算数', budget: '全年预算数', executed: '全年执行数' } as const;

/** 执行率 = 全年执行数 ÷ 全年预算数. */
function rateDraft(table: PerformanceTable, funds: PerformanceFunds): Draft[] {
  const [budget, executed, rate] = [figureOf(funds.budget), figureOf(funds.executed), figureOf(funds.rate)];
  if (!budget || !executed || !rate || budget.value.isZero()) return [];
  const quotient = shareOf(executed, budget);
  const verdict = quotient && judgeRate({ value: rate.cell.value ?? '0', decimals: rate.decimals }, quotient);
  if (!verdict || verdict.state === 'fits') return [];
  const near = verdict.state !== 'wrong';
  const correct = near ? verdict.correct : quotient.point.toFixed(rate.decimals || 2);
  const why =
    verdict.state === 'cut' ? '末位截断而非四舍五入' : near ? '末位相差 1' : `${executed.value} ÷ ${budget.value}`;
  return [
    {
      severity: near ? 'warning' : 'error',
      message: `${tableName(table)}“${funds.name}”执行率印为 ${rate.cell.printed}，按 ${executed.value} ÷ ${budget.value} 应为 ${correct}%${near ? `（${why}）` : ''}`,
      places: [rate.cell.place, executed.cell.place, budget.cell.place],
      expected: correct,
      found: rate.cell.value,
      difference: rate.value.minus(correct).toString(),
      suggestion: { place: rate.cell.place, printed: rate.cell.printed, value: correct, why },
    },
  ];
}

function sumDraft(
  table: PerformanceTable,
  label: string,
  total: Figure,
  parts: readonly Figure[],
  open: boolean,
): Draft[] {
  const added = sumOf(parts);
  const below = added.value.lt(total.value);
  if (parts.length === 0 || gap(total.interval, added.interval).isZero() || (open && below)) return [];
  return [
    {
      message: `${tableName(table)}${label}印为 ${total.cell.printed}，各项之和 ${parts.map(({ value }) => value).join(' + ')} = ${added.value}`,
      places: [total.cell.place, ...parts.map(({ cell }) => cell.place)],
      expected: added.value.toString(),
      found: total.cell.value,
      difference: total.value.minus(added.value).toString(),
    },
  ];
}

const PART = /财政拨款|财政资金|结转|其[他它]资金|单位资金|自有资金|专户|^任务/;

/** 年度资金总额 = its parts, in each column. */
function totalDrafts(table: PerformanceTable): Draft[] {
  const total = totalFunds(table);
  if (!total || !isTotal(total)) return [];
  const others = table.funds.filter((one) => one !== total);
  const tasks = others.filter(({ name }) => /^任务/.test(name));
  const parts = tasks.length > 0 ? tasks : others;
  const open = parts.some(({ name }) => !PART.test(name)) || parts.filter(({ name }) => /财政/.test(name)).length > 1;
  return COLUMNS.flatMap((column) => {
    const whole = figureOf(total[column]);
    const label = `“${total.name}”${COLUMN_WORDS[column]}`;
    return whole ? sumDraft(table, label, whole, figuresOf(parts.map((part) => part[column])), open) : [];
  });
}

/** 总额 = 财政拨款 + 其他资金 within a line. */
function splitDrafts(table: PerformanceTable, funds: PerformanceFunds): Draft[] {
  const pairs = [
    [funds.budget, funds.budgetParts, '全年预算数'],
    [funds.executed, funds.executedParts, '全年执行数'],
  ] as const;
  return pairs.flatMap(([cell, parts, label]) => {
    const total = figureOf(cell);
    return total ? sumDraft(table, `“${funds.name}”${label}`, total, figuresOf(parts), parts.length > 2) : [];
  });
}

export const fundsDrafts = (table: PerformanceTable): Draft[] => [
  ...table.funds.flatMap((funds) => [...rateDraft(table, funds), ...splitDrafts(table, funds)]),
  ...totalDrafts(table),
];
