import { flag, integer, type Resource, text } from './field';
import { SEVERITY } from './shared';

export const measures: Resource = {
  name: 'measures',
  title: '指标名称',
  description: '指标的名称、单位和公式。',
  key: ['id'],
  order: 'm.id',
  from: 'FROM figure_names m',
  fields: [
    text('id', '指标', 'm.figure', { required: true }),
    text('kind', '种类', 'm.kind', {
      required: true,
      words: ['measure', 'metric'],
      description: 'measure 公布数；metric 计算数',
    }),
    text('label', '名称', 'm.label', { required: true }),
    text('unit', '单位', 'm.unit'),
    text('formula', '公式', 'm.formula'),
    flag('additive', '可跨部门相加', 'm.additive', { required: true }),
  ],
};

export const subjects: Resource = {
  name: 'subjects',
  title: '科目',
  description: '政府收支分类科目：支出功能分类和支出经济分类，现行的与旧的。',
  key: ['list', 'code'],
  order: 'x.list, x.code',
  from: 'FROM subjects x',
  fields: [
    text('list', '目录', 'x.list', {
      required: true,
      words: ['functional', 'economic', 'functional_old', 'economic_old'],
    }),
    text('code', '编码', 'x.code', { required: true }),
    text('name', '名称', 'x.name', { required: true }),
    integer('level', '级次', 'x.level', { required: true }),
    text('parent', '上级', 'x.parent'),
    integer('valid_from', '起用年度', 'x.valid_from'),
    integer('valid_to', '停用年度', 'x.valid_to'),
    text('confidence', '来源可靠程度', 'x.confidence', { required: true, words: ['found', 'recalled', 'uncertain'] }),
  ],
};

export const checks: Resource = {
  name: 'checks',
  title: '核对规则',
  description: '全部核对规则的名称、公式和依据。',
  key: ['id', 'title'],
  order: 'x.key',
  from: `FROM json_each((SELECT value FROM properties WHERE name = 'checks')) x`,
  fields: [
    text('id', '规则', "json_extract(x.value, '$.id')", { required: true }),
    text('title', '名称', "json_extract(x.value, '$.title')", { required: true }),
    text('formula', '公式', "json_extract(x.value, '$.formula')", { required: true }),
    text('severity', '程度', "json_extract(x.value, '$.severity')", SEVERITY),
    text('source', '依据', "json_extract(x.value, '$.source')", { required: true }),
  ],
};
