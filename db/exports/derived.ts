import { decimal, type Field, flag, integer, millionthsSql, type Resource, text } from './field';
import { ACCOUNT, DEPARTMENT, OF_CURRENT, SEVERITY, TO_ACCOUNT, TO_DEPARTMENT, YEAR } from './shared';

export const findings: Resource = {
  name: 'findings',
  title: '核对发现',
  description: '核对报告的每一处：规则、程度、应为与印为，以及可能的更正。',
  key: ['account', 'number'],
  order: 'x.account, x.n',
  references: TO_ACCOUNT,
  from: `FROM findings x JOIN accounts a ON a.key = x.account WHERE x.current = 1`,
  fields: [
    ACCOUNT,
    integer('number', '序号', 'x.n + 1', { required: true, description: '从 1 起，同网页 #finding-序号' }),
    YEAR,
    text('check', '规则', 'x.check_id', { required: true }),
    text('severity', '程度', 'x.severity', SEVERITY),
    text('message', '发现', 'x.message', { required: true }),
    text('expected', '应为', 'x.expected'),
    text('found', '印为', 'x.found'),
    text('difference', '差额', 'x.difference'),
    text('suggested_value', '可能应为', "json_extract(x.suggestion, '$.value')"),
    text('suggested_why', '理由', "json_extract(x.suggestion, '$.why')"),
    integer('document_line', '原文行', "json_extract(x.places, '$[0].line')"),
  ],
};

const bounded: Field[] = [
  decimal('value', '数值', millionthsSql('x.value')),
  decimal('low', '下限', millionthsSql('x.low'), { description: '印数四舍五入所容许的最小值' }),
  decimal('high', '上限', millionthsSql('x.high'), { description: '印数四舍五入所容许的最大值' }),
];

export const metrics: Resource = {
  name: 'metrics',
  title: '指标',
  description: '每份决算的各项指标：公布数，以及按公式计算的数；没有的写明理由。',
  key: ['account', 'measure'],
  order: 'x.department, x.figure, x.year',
  references: { ...TO_ACCOUNT, measure: ['measures', 'id'] },
  indexes: [['measure', 'fiscal_year']],
  from: `FROM figures x ${OF_CURRENT} JOIN figure_names m ON m.id = x.figure`,
  fields: [
    ACCOUNT,
    text('measure', '指标', 'm.figure', { required: true }),
    DEPARTMENT,
    YEAR,
    ...bounded,
    text('unit', '单位', 'm.unit'),
    text('source', '由来', 'x.source', { required: true, words: ['printed', 'summed', 'computed', 'missing'] }),
    flag('disputed', '有矛盾', 'x.disputed', { required: true }),
    text('reason', '说明', 'x.reason'),
    integer('document_line', '原文行', 'x.line'),
  ],
};

/** Amounts in 分 and where they come from. */
const spent = (columns: readonly (readonly [name: string, title: string])[]): Field[] =>
  columns.map(([name, title]) => integer(`${name}_fen`, `${title}（分）`, `x.${name}`, { columnType: 'value' }));

const SPENT = { required: true, description: '没有印出，为下级科目之和' } as const;

export const spending: Resource = {
  name: 'spending',
  title: '按功能科目的支出',
  description: '部门 × 年度 × 支出功能分类（类、款、项各成行，不可跨级相加）；全部支出和三项预算。',
  key: ['department', 'fiscal_year', 'functional_code'],
  order: 'x.department, x.year, x.code',
  references: { ...TO_ACCOUNT, ...TO_DEPARTMENT },
  indexes: [['functional_code', 'fiscal_year']],
  from: `FROM spending x ${OF_CURRENT}`,
  fields: [
    DEPARTMENT,
    YEAR,
    text('functional_code', '支出功能分类', 'x.code', {
      required: true,
      columnType: 'functional-classification:generic:code:full',
    }),
    integer('level', '级次', '(length(x.code) - 1) / 2', { required: true, description: '1 类，2 款，3 项' }),
    ACCOUNT,
    ...spent([
      ['total', '本年支出'],
      ['basic', '基本支出'],
      ['project', '项目支出'],
      ['general', '一般公共预算'],
      ['fund', '政府性基金预算'],
      ['capital', '国有资本经营预算'],
    ]),
    flag('summed', '由下级相加', 'x.summed', SPENT),
    flag('disputed', '有矛盾', 'x.disputed', { required: true }),
    integer('document_line', '原文行', 'x.line', { required: true }),
  ],
};

export const basicSpending: Resource = {
  name: 'basic_spending',
  title: '按经济科目的基本支出',
  description: '部门 × 年度 × 支出经济分类（类、款各成行）：一般公共预算财政拨款基本支出。',
  key: ['department', 'fiscal_year', 'economic_code'],
  order: 'x.department, x.year, x.code',
  references: { ...TO_ACCOUNT, ...TO_DEPARTMENT },
  indexes: [['economic_code', 'fiscal_year']],
  from: `FROM basic_spending x ${OF_CURRENT}`,
  fields: [
    DEPARTMENT,
    YEAR,
    text('economic_code', '支出经济分类', 'x.code', {
      required: true,
      columnType: 'economic-classification:generic:code:full',
    }),
    integer('level', '级次', '(length(x.code) - 1) / 2', { required: true, description: '1 类，2 款' }),
    ACCOUNT,
    ...spent([
      ['total', '基本支出'],
      ['personnel', '人员经费'],
      ['operating', '公用经费'],
    ]),
    flag('summed', '由下级相加', 'x.summed', SPENT),
    flag('disputed', '有矛盾', 'x.disputed', { required: true }),
    integer('document_line', '原文行', 'x.line', { required: true }),
  ],
};
