import { shareBars } from '../charts/shareBars';
import type { Account } from '../facts';
import { measure } from '../measured';
import { findMetric } from '../metrics';
import { chartValue, type MoneyScale, measuredCell, metricCell, moneyScale, percentCell, withUnit } from './cells';
import { cellOf, compose, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelRow } from './panel';

/** The kinds of expenditure of 支出决算表 beside basic and project, listed where they have an amount. */
const OTHERS = [
  ['superior_remittance_expenditure', '上缴上级支出'],
  ['business_expenditure', '经营支出'],
  ['affiliate_subsidy_expenditure', '对附属单位补助支出'],
] as const;

const SHARES = [
  ['basic_share', 'basic_expenditure', '基本支出'],
  ['project_share', 'project_expenditure', '项目支出'],
] as const;

const hasAmount = (account: Account, id: (typeof OTHERS)[number][0]): boolean =>
  Number(measure(account, id).value ?? 0) !== 0;

function rowsOf(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  const others = OTHERS.filter(([id]) => accounts.some((account) => hasAmount(account, id)));
  const money = [
    ['year_expenditure', '本年支出合计'],
    ['basic_expenditure', '基本支出'],
    ['project_expenditure', '项目支出'],
    ...others,
  ] as const;
  return [
    ...money.map(([id, label]) =>
      rowOf(
        id,
        label,
        scale.unit,
        accounts.map((account) => measuredCell(account, measure(account, id), scale)),
      ),
    ),
    ...SHARES.flatMap(([metric, id, label]) => [
      rowOf(
        `${metric}_published`,
        `${label}占比（公布）`,
        '%',
        accounts.map((account) =>
          percentCell(
            account,
            findMetric(metric).compute(account).published,
            `情况说明没有说明${measure(account, id).label}占比`,
          ),
        ),
      ),
      rowOf(
        metric,
        `${label}占比（重算）`,
        '%',
        accounts.map((account) => metricCell(account, findMetric(metric).compute(account), scale)),
      ),
    ]),
  ];
}

function sentenceOf(rows: readonly PanelRow[], name: string, at: number, scale: MoneyScale): string {
  const [basic, project] = [cellOf(rows, 'basic_expenditure', at), cellOf(rows, 'project_expenditure', at)];
  if (basic.value === null && project.value === null) return `${name} 没有基本支出和项目支出的数字`;
  const share = (key: string): string => {
    const cell = cellOf(rows, key, at);
    return cell.value === null ? '' : `（${withUnit(cell, '%')}）`;
  };
  const adopted = basic.status === 'adopted' || project.status === 'adopted' ? '（文件中印数不一，此为采用数）' : '';
  return `${name} 年基本支出 ${withUnit(basic, scale.unit)}${share('basic_share')}，项目支出 ${withUnit(project, scale.unit)}${share('project_share')}${adopted}`;
}

export const structure: Panel = {
  id: 'structure',
  title: '多少用于日常运转，多少用于项目？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const ids = ['year_expenditure', 'basic_expenditure', 'project_expenditure'] as const;
    const scale = moneyScale(accounts.flatMap((account) => ids.map((id) => measure(account, id))));
    const rows = rowsOf(accounts, scale);
    const names = namesOf(accounts);
    const answer = `${names.map((name, at) => sentenceOf(rows, name.full, at, scale)).join('；')}。`;
    const bars = accounts.map((_, at) => ({
      name: names[at]?.full ?? '',
      position: at,
      parts: SHARES.map(([metric, id, label]) => {
        const [share, amount] = [cellOf(rows, metric, at), cellOf(rows, id, at)];
        return {
          label,
          value: chartValue(share),
          share: withUnit(share, '%'),
          text: withUnit(amount, scale.unit),
          disputed: amount.disputed === true,
        };
      }),
    }));
    const drawn = bars.some((row) => row.parts.some((part) => part.value !== null));
    return compose({
      panel: structure,
      accounts,
      subtitle: `单位：${scale.unit}、%　${yearsOf(accounts)}　占本年支出合计的比重`,
      answer,
      rows,
      chart: drawn ? (width) => shareBars(bars, themeOfView(view), width, answer) : null,
      notes: ['基本支出保障机构运转和人员，项目支出用于特定任务；占比按印出的金额重算，与公布的占比并列。'],
    });
  },
};
