import { type IndexGroup, indexDots } from '../charts/indexDots';
import type { Account } from '../facts';
import { findMetric } from '../metrics';
import { AGENCY_COST, GENERAL_BUDGET, TOTALS } from '../metrics/bases';
import { yearOnYear } from '../metrics/growth';
import type { MetricResult } from '../metrics/metric';
import { type MoneyScale, measuredCell, metricCell, moneyScale, percentCell } from './cells';
import { cellOf, compose, rowOf, themeOfView } from './compose';
import { type AccountName, namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';
import { standInNotes, totalName } from './totals';

const SUBJECTS = [
  { key: 'total', label: '收支总计', measures: TOTALS, growth: 'growth_total', prior: 'prior_total' },
  {
    key: 'general_budget',
    label: '一般公共预算财政拨款支出',
    measures: GENERAL_BUDGET,
    growth: 'growth_general_budget',
    prior: 'prior_general_budget',
  },
  {
    key: 'agency_operating_cost',
    label: '机关运行经费',
    measures: AGENCY_COST,
    growth: 'growth_agency_operating_cost',
    prior: 'prior_agency_operating_cost',
  },
] as const;

const VERDICTS = {
  agrees: '与公布数相符',
  last_digit: '与公布数相差不超过末位一个单位（截位或凑数，不是四舍五入）',
  differs: '与公布数不符，四舍五入不能解释',
} as const;

/** Rates, changes and last year's levels, amounts in the unit given. */
export function growthRows(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  return SUBJECTS.flatMap(({ key, label, measures, growth, prior }) => {
    const row = (kind: string, words: string, unit: string, cell: (account: Account) => PanelCell): PanelRow =>
      rowOf(`${key}_${kind}`, `${label}：${words}`, unit, accounts.map(cell));
    const compute = (account: Account): MetricResult => findMetric(growth).compute(account);
    return [
      row('published', '公布的增减幅度', '%', (account) =>
        percentCell(account, compute(account).published, '文件没有公布增减幅度', true),
      ),
      row('recomputed', '重算的增减幅度', '%', (account) => verdictCell(account, compute(account), scale)),
      row('change', '增减额', scale.unit, (account) =>
        measuredCell(account, yearOnYear(account, measures).change, scale),
      ),
      row('prior', '上年数', scale.unit, (account) => metricCell(account, findMetric(prior).compute(account), scale)),
    ];
  });
}

/** Says beside the bounds how published and recomputed go together; disputed only where no rounding explains it. */
function verdictCell(account: Account, result: MetricResult, scale: MoneyScale): PanelCell {
  const cell = metricCell(account, result, scale, true);
  if (result.verdict === null) return cell;
  const reason = [VERDICTS[result.verdict], cell.reason].filter(Boolean).join('；');
  return { ...cell, reason, ...(result.verdict === 'differs' ? { disputed: true } : {}) };
}

const spoken = (cell: PanelCell): string => (cell.value === null ? cell.text : `${cell.text}%`);

function groupsOf(rows: readonly PanelRow[], names: readonly AccountName[]): IndexGroup[] {
  return SUBJECTS.map(({ key, label }) => ({
    title: label,
    rows: names.map((name, at) => {
      const [published, recomputed] = [cellOf(rows, `${key}_published`, at), cellOf(rows, `${key}_recomputed`, at)];
      const rate = recomputed.value ?? published.value;
      return {
        name: name.short,
        position: at,
        index: rate === null ? null : 100 + Number(rate),
        published: spoken(published),
        recomputed: spoken(recomputed),
        disputed: recomputed.disputed === true,
      };
    }),
  }));
}

function sentenceOf(account: Account, rows: readonly PanelRow[], name: string, at: number): string {
  const [published, recomputed] = [cellOf(rows, 'total_published', at), cellOf(rows, 'total_recomputed', at)];
  if (published.value === null && recomputed.value === null) return `${name} 年没有与上年的比较`;
  const rate = published.value === null ? recomputed : published;
  const word = rate.text.startsWith('−') ? '下降' : '增长';
  const stated = `${name} 年${totalName(account)}${word} ${rate.text.replace(/^[−+]/, '')}%`;
  if (published.value === null || recomputed.value === null) return stated;
  const same = published.text === recomputed.text;
  return `${stated}（公布），按增减额重算${same ? '相同' : `为 ${recomputed.text.replace(/^[−+]/, '')}%`}`;
}

export const growth: Panel = {
  id: 'growth',
  title: '比上年增减多少？公布的与重算的一致吗？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const levels = SUBJECTS.flatMap(({ measures }) => accounts.map((account) => yearOnYear(account, measures)));
    const scale = moneyScale(levels.flatMap(({ level, change, prior }) => [level, change, prior]));
    const rows = growthRows(accounts, scale);
    const names = namesOf(accounts);
    const answer = `${accounts.map((account, at) => sentenceOf(account, rows, names[at]?.full ?? '', at)).join('；')}。`;
    const groups = groupsOf(rows, names);
    const drawn = groups.filter((group) => group.rows.some((row) => row.index !== null));
    return compose({
      panel: growth,
      accounts,
      subtitle: `比上年增减，%　${yearsOf(accounts)}　图为指数，上年=100，对数刻度`,
      answer,
      rows,
      chart: drawn.length > 0 ? (width) => indexDots(drawn, themeOfView(view), width, answer) : null,
      notes: [
        '公布的增减幅度与按增减额重算的并列，互不替代；重算为 增减额 ÷（本年数 − 增减额）。',
        ...(new Set(accounts.map((account) => account.fiscalYear)).size > 1
          ? ['各账年度不同，各比各的上年，不是同一时期。']
          : []),
        ...standInNotes(accounts, names),
      ],
    });
  },
};
