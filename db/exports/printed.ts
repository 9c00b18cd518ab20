import { amountSql, decimal, integer, type Resource, text } from './field';
import { ACCOUNT, DEPARTMENT, OF_CURRENT, TO_ACCOUNT, TO_DEPARTMENT, YEAR } from './shared';

/** Statements list functional codes, one lists economic ones; the summaries list classes by their lines. */
const IS_ECONOMIC = `x.statement = 'general_budget_basic_expenditure'`;
const CLASS_OF_LINE = `CASE WHEN x.line GLOB '[0-9][0-9][0-9]*' THEN x.line END`;

export const facts: Resource = {
  name: 'facts',
  title: '表内数字',
  description: '决算表中印出的每一个数，包括合计与小计：相加之前先选定表、栏和级次。空白不是零，不在其中。',
  key: ['account', 'n'],
  order: 'x.account, x.n',
  references: { ...TO_ACCOUNT, ...TO_DEPARTMENT },
  indexes: [
    ['functional_code', 'fiscal_year'],
    ['economic_code', 'fiscal_year'],
  ],
  from: `FROM facts x ${OF_CURRENT} WHERE x.current = 1`,
  fields: [
    ACCOUNT,
    integer('n', '序号', 'x.n', { required: true, description: '在文件中的次序，从 0 起' }),
    DEPARTMENT,
    YEAR,
    text('statement', '表', 'x.statement', { required: true }),
    text('side', '收支', 'x.side', { columnType: 'direction', words: ['revenue', 'expenditure'] }),
    text('code', '科目编码', 'x.code', { description: '照印' }),
    text('name', '项目', 'x.name', { required: true }),
    text('line', '行', 'x.line', { description: '行的标识：编码、类，或合计行的名称' }),
    text('column', '栏', 'x."column"', { required: true }),
    text(
      'functional_code',
      '支出功能分类',
      `CASE WHEN ${IS_ECONOMIC} THEN NULL ELSE coalesce(x.code, ${CLASS_OF_LINE}) END`,
      {
        columnType: 'functional-classification:generic:code:full',
      },
    ),
    text('economic_code', '支出经济分类', `CASE WHEN ${IS_ECONOMIC} THEN coalesce(x.code, ${CLASS_OF_LINE}) END`, {
      columnType: 'economic-classification:generic:code:full',
    }),
    text('printed', '印数', 'x.printed', { required: true }),
    decimal('amount', '金额', amountSql('x'), { required: true, description: '单位见 unit，位数同印数' }),
    text('unit', '单位', 'x.unit', { required: true }),
    integer('fen', '金额（分）', 'x.fen', {
      columnType: 'value',
      description: '以分计的整数，便于准确相加；比分更细的为空',
    }),
    integer('document_line', '原文行', 'x.place_line', { required: true }),
    integer('document_cell', '原文单元格', 'x.place_cell'),
  ],
};

export const claims: Resource = {
  name: 'claims',
  title: '情况说明中的数字',
  description: '情况说明里读出的每一个数，连同它的句子。',
  key: ['account', 'n'],
  order: 'x.account, x.n',
  references: { ...TO_ACCOUNT, measure: ['measures', 'id'] },
  from: `FROM claims x JOIN accounts a ON a.key = x.account WHERE x.current = 1`,
  fields: [
    ACCOUNT,
    integer('n', '序号', 'x.n', { required: true }),
    YEAR,
    text('measure', '指标', 'x.measure', { required: true }),
    text('aspect', '方面', 'x.aspect', { required: true, description: '决算数、预算数、增减额、增减率、占比等' }),
    text('subject', '科目或对象', 'x.subject'),
    text('direction', '方向', 'x.direction', { words: ['increase', 'decrease'] }),
    integer('stated_year', '所说年度', 'x.stated_year'),
    text('printed', '印数', 'x.printed', { required: true }),
    decimal('value', '数值', amountSql('x'), { required: true }),
    text('unit', '单位', 'x.unit'),
    integer('fen', '金额（分）', 'x.fen'),
    text('sentence', '句子', 'x.sentence', { required: true }),
    integer('document_line', '原文行', 'x.place_line', { required: true }),
  ],
};
