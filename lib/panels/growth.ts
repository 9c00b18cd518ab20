import { type IndexGroup, indexDots } from '../charts/indexDots';
import type { Account } from '../facts';
import { findMetric } from '../metrics';
import type { MetricResult } from '../metrics/metric';
import { measuredCell, metricCell, moneyScale, percentCell } from './cells';
import { cellOf, compose, rowOf, themeOfView } from './compose';
import { type AccountName, namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';

const SUBJECTS = [
  ['total', '收支总计', 'growth_total', 'prior_total'],
  ['general_budget', '一般公共预算财政拨款支出', 'growth_general_budget', 'prior_general_budget'],
  ['agency_operating_cost', '机关运行经费', 'growth_agency_operating_cost', 'prior_agency_operating_cost'],
] as const;

const VERDICTS = { agrees: '相符', last_digit: '相差末位一个单位以内（截位而非四舍五入）', differs: '不符' } as const;

function rowsOf(accounts: readonly Account[]): PanelRow[] {
  return SUBJECTS.flatMap(([key, label, growth, prior]) => {
    const results = accounts.map((account) => findMetric(growth).compute(account));
    const each = (cell: (account: Account, result: MetricResult) => PanelCell): PanelCell[] =>
      accounts.flatMap((account, at) => (results[at] ? [cell(account, results[at])] : []));
    const scale = moneyScale(results.flatMap((result) => result.inputs));
    const change = (account: Account, { inputs }: MetricResult): PanelCell => {
      const found = inputs.find((input) => input.label.endsWith('增减额'));
      return found ? measuredCell(account, found, scale) : percentCell(account, null, '文件没有说明增减额');
    };
    return [
      rowOf(
        `${key}_published`,
        `${label}：公布的增减幅度`,
        '%',
        each((account, { published }) => percentCell(account, published, '文件没有公布增减幅度', true)),
      ),
      rowOf(
        `${key}_recomputed`,
        `${label}：重算的增减幅度`,
        '%',
        each((account, result) => verdictCell(metricCell(account, result, scale, true), result)),
      ),
      rowOf(`${key}_change`, `${label}：增减额`, scale.unit, each(change)),
      rowOf(
        `${key}_prior`,
        `${label}：上年数`,
        scale.unit,
        each((account) => metricCell(account, findMetric(prior).compute(account), scale)),
      ),
    ];
  });
}

/** Says beside the bounds how published and recomputed go together; disputed only where no rounding explains it. */
function verdictCell(cell: PanelCell, { verdict }: MetricResult): PanelCell {
  if (verdict === null) return cell;
  const reason = [`与公布数${VERDICTS[verdict]}`, cell.reason].filter(Boolean).join('；');
  return { ...cell, reason, ...(verdict === 'differs' ? { disputed: true } : {}) };
}

const spoken = (cell: PanelCell): string => (cell.value === null ? cell.text : `${cell.text}%`);

function groupsOf(rows: readonly PanelRow[], names: readonly AccountName[]): IndexGroup[] {
  return SUBJECTS.map(([key, label]) => ({
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

function sentenceOf(rows: readonly PanelRow[], name: string, at: number): string {
  const [published, recomputed] = [cellOf(rows, 'total_published', at), cellOf(rows, 'total_recomputed', at)];
  if (published.value === null && recomputed.value === null) return `${name} 年没有与上年的比较`;
  const rate = published.value === null ? recomputed : published;
  const word = rate.text.startsWith('−') ? '下降' : '增长';
  const stated = `${name} 年收支总计${word} ${rate.text.replace(/^[−+]/, '')}%`;
  if (published.value === null || recomputed.value === null) return stated;
  const same = published.text === recomputed.text;
  return `${stated}（公布），按增减额重算${same ? '相同' : `为 ${recomputed.text.replace(/^[−+]/, '')}%`}`;
}

export const growth: Panel = {
  id: 'growth',
  title: '比上年增减多少？公布的与重算的一致吗？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const rows = rowsOf(accounts);
    const names = namesOf(accounts);
    const answer = `${names.map((name, at) => sentenceOf(rows, name.full, at)).join('；')}。`;
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
      ],
    });
  },
};
