import { pairBars } from '../charts/pairBars';
import type { Account } from '../facts';
import { measure } from '../measured';
import type { AspectId, MeasureId } from '../measures';
import { findMetric } from '../metrics';
import { type MoneyScale, measuredCell, metricCell, moneyScale, onYearWords, withUnit } from './cells';
import { cellOf, compose, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';
import { markOf } from './totals';

const SMALL = [
  ['three_public', '“三公”经费'],
  ['conference', '会议费'],
  ['training', '培训费'],
] as const;

const BUDGETS: readonly AspectId[] = ['budget', 'initial_budget', 'annual_budget'];

function rowsOf(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  const level = (key: string, label: string, id: MeasureId, unit: string, aspect: AspectId = 'final'): PanelRow =>
    rowOf(
      key,
      label,
      unit,
      accounts.map((account) => measuredCell(account, measure(account, id, aspect), scale)),
    );
  const metric = (id: string, label: string, unit: string, signed = false): PanelRow =>
    rowOf(
      id,
      label,
      unit,
      accounts.map((account) => metricCell(account, findMetric(id).compute(account), scale, signed)),
    );
  const budget = (account: Account): PanelCell => {
    const stated = BUDGETS.map((aspect) => measure(account, 'agency_operating_cost', aspect));
    const found = stated.find((one) => one.value !== null) ?? measure(account, 'agency_operating_cost', 'budget');
    return measuredCell(account, found, scale);
  };
  return [
    level('agency_operating_cost', '机关运行经费', 'agency_operating_cost', scale.unit),
    metric('prior_agency_operating_cost', '上年机关运行经费', scale.unit),
    level('change', '比上年增减额', 'agency_operating_cost', scale.unit, 'change_on_year'),
    metric('growth_agency_operating_cost', '比上年增减幅度（重算）', '%', true),
    rowOf('budget', '预算数', scale.unit, accounts.map(budget)),
    level('headcount_actual', '实有人员', 'headcount_actual', '人'),
    level('headcount_quota', '人员编制', 'headcount_quota', '人'),
    metric('staff_against_quota', '实有人员与编制之比', '%'),
    metric('agency_operating_cost_per_person', '人均机关运行经费', `${scale.unit}/人`),
    metric('expenditure_per_person', '人均支出', `${scale.unit}/人`),
    ...SMALL.map(([id, label]) => level(id, label, id, scale.unit)),
  ];
}

function sentenceOf(rows: readonly PanelRow[], name: string, at: number, scale: MoneyScale): string {
  const cell = (key: string): PanelCell => cellOf(rows, key, at);
  const cost = cell('agency_operating_cost');
  if (cost.value === null) return `${name} 年没有机关运行经费的数字`;
  const rate = cell('growth_agency_operating_cost');
  const moved = rate.value === null ? '' : `，${onYearWords(rate)}`;
  const person = cell('agency_operating_cost_per_person');
  const staff = cell('headcount_actual');
  const each = person.value === null ? '' : `，实有 ${staff.text} 人，人均 ${withUnit(person, scale.unit)}`;
  return `${name} 年机关运行经费 ${withUnit(cost, scale.unit)}${moved}${each}`;
}

export const agencyOperatingCosts: Panel = {
  id: 'agency-operating-costs',
  title: '机关运转花了多少，人均多少？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const scale = moneyScale(accounts.map((account) => measure(account, 'agency_operating_cost')));
    const rows = rowsOf(accounts, scale);
    const names = namesOf(accounts);
    const answer = `${names.map((name, at) => sentenceOf(rows, name.full, at, scale)).join('；')}。`;
    const bars = accounts.map(({ fiscalYear }, at) => {
      const [cost, prior] = [
        cellOf(rows, 'agency_operating_cost', at),
        cellOf(rows, 'prior_agency_operating_cost', at),
      ];
      const person = cellOf(rows, 'agency_operating_cost_per_person', at);
      const each = person.value === null ? '' : `　人均 ${person.text}`;
      return {
        name: `${names[at]?.full ?? ''}${each}`,
        position: at,
        bars: [
          { label: `${fiscalYear}`, ...markOf(cost) },
          { label: `${fiscalYear - 1}${prior.status === 'derived' ? ' 推算' : ''}`, ...markOf(prior) },
        ],
      };
    });
    const drawn = bars.some((row) => row.bars.some((bar) => bar.value !== null));
    return compose({
      panel: agencyOperatingCosts,
      accounts,
      subtitle: `单位：${scale.unit}、${scale.unit}/人　${yearsOf(accounts)}　情况说明之机关运行经费`,
      answer,
      rows,
      chart: drawn ? (width) => pairBars(bars, themeOfView(view), width, answer) : null,
      notes: ['人均按年末实有人员计算，不含离退休人员；机关运行经费只含行政单位和参公事业单位的公用经费。'],
    });
  },
};
