import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import type { MeasureId } from '../measures';
import { findMetric } from '../metrics';
import { AGENCY_COST, GENERAL_BUDGET, TOTALS } from '../metrics/bases';
import { yearOnYear } from '../metrics/growth';
import { type MoneyScale, measuredCell, metricCell, moneyScale, percentCell, withUnit } from './cells';
import { compose, rowOf } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';

type Build = (account: Account, scale: MoneyScale) => PanelCell;

interface Line {
  key: string;
  label: string;
  unit: 'money' | '%' | '人';
  depth?: number;
  cell: Build;
}

const level = (id: MeasureId, label: string, depth = 0, unit: Line['unit'] = 'money'): Line => ({
  key: id,
  label,
  unit,
  depth,
  cell: (account, scale) => measuredCell(account, measure(account, id), scale),
});

const metric = (id: string, label: string, signed = false): Line => ({
  key: id,
  label,
  unit: '%',
  depth: 1,
  cell: (account, scale) => metricCell(account, findMetric(id).compute(account), scale, signed),
});

const plus = (cell: PanelCell): PanelCell => (Number(cell.value ?? 0) > 0 ? { ...cell, text: `+${cell.text}` } : cell);

type Measures = typeof TOTALS;

/** Change and growth on the year before: the growth as published, and recomputed from the change. */
const onYear = (key: string, growth: string, measures: Measures): Line[] => [
  {
    key: `${key}_change`,
    label: '比上年增减额',
    unit: 'money',
    depth: 1,
    cell: (account, scale) => plus(measuredCell(account, yearOnYear(account, measures).change, scale)),
  },
  {
    key: `${key}_growth_published`,
    label: '比上年增减幅度（公布）',
    unit: '%',
    depth: 1,
    cell: (account) =>
      percentCell(account, findMetric(growth).compute(account).published, '文件没有公布增减幅度', true),
  },
  metric(growth, '比上年增减幅度（重算）', true),
];

/** 收支总计, or the plainest total whose comparison with last year is stated. */
const totalOf = (account: Account): Measured => yearOnYear(account, TOTALS).level;

const LINES: readonly Line[] = [
  {
    key: 'total',
    label: '收支总计',
    unit: 'money',
    cell: (account, scale) => measuredCell(account, totalOf(account), scale),
  },
  ...onYear('total', 'growth_total', TOTALS),
  level('basic_expenditure', '基本支出'),
  metric('basic_share', '占本年支出合计'),
  level('personnel_expenditure', '人员经费', 1),
  level('operating_expenditure', '公用经费', 1),
  level('project_expenditure', '项目支出'),
  metric('project_share', '占本年支出合计'),
  level('general_expenditure', '一般公共预算财政拨款支出'),
  ...onYear('general', 'growth_general_budget', GENERAL_BUDGET),
  level('fund_expenditure', '政府性基金预算财政拨款支出'),
  level('agency_operating_cost', '机关运行经费'),
  ...onYear('agency', 'growth_agency_operating_cost', AGENCY_COST),
  level('three_public', '“三公”经费'),
  level('conference', '会议费'),
  level('training', '培训费'),
  level('headcount_actual', '实有人员', 0, '人'),
  level('headcount_quota', '人员编制', 0, '人'),
];

/** The main figures, amounts in the unit given. */
export function figureRows(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  return LINES.map(({ key, label, unit, depth = 0, cell }) =>
    rowOf(
      key,
      label,
      unit === 'money' ? scale.unit : unit,
      accounts.map((account) => cell(account, scale)),
      { depth },
    ),
  );
}

/** The figures everybody asks for first, side by side; a table and no chart. */
export const keyFigures: Panel = {
  id: 'key-figures',
  title: '主要数字',
  accounts: { min: 1, max: 8 },
  build(accounts) {
    const scale = moneyScale(accounts.map(totalOf));
    const rows = figureRows(accounts, scale);
    const totals = rows[0]?.cells ?? [];
    const names = namesOf(accounts);
    const sentence = names.map((name, at) => {
      const total = totals[at];
      return total?.value == null
        ? `${name.full} 年没有收支总计`
        : `${name.full} 年收支总计 ${withUnit(total, scale.unit)}`;
    });
    return compose({
      panel: keyFigures,
      accounts,
      subtitle: `金额单位：${scale.unit}　${yearsOf(accounts)}`,
      answer: `${sentence.join('；')}。`,
      rows,
      chart: null,
    });
  },
};
