import { DEPARTMENT_ID } from '../queries/departmentColumns';
import { integer, type Resource, text } from './field';
import { ACCOUNT, DEPARTMENT, OF_CURRENT, TO_ACCOUNT, TO_DEPARTMENT, YEAR } from './shared';

export const accounts: Resource = {
  name: 'accounts',
  title: '决算',
  description: '每行一份部门决算（部门 × 年度），取现行的一版。',
  key: ['id'],
  order: 'a.key',
  references: TO_DEPARTMENT,
  from: `FROM revisions x ${OF_CURRENT} JOIN documents o ON o.sha256 = x.sha256
    LEFT JOIN account_rollups r ON r.account = a.key WHERE x.current = 1`,
  fields: [
    text('id', '决算编号', 'a.id', { required: true }),
    DEPARTMENT,
    text('name', '部门名称', 'x.name', { required: true, columnType: 'administrative-classification:generic:label' }),
    YEAR,
    integer('revision', '版次', 'x.revision', { required: true }),
    text('title', '文件标题', 'x.title'),
    text('document_file', '文件名', 'x.file', { required: true }),
    text('document_sha256', '文件 SHA-256', 'x.sha256', { required: true }),
    text('document_media_type', '文件类型', 'o.media_type', { required: true }),
    integer('document_bytes', '文件字节数', 'o.size', { required: true }),
    text('loaded_at', '载入时间', 'x.loaded_at', { required: true, description: 'ISO 8601，世界时' }),
    integer('errors', '矛盾', 'r.errors'),
    integer('warnings', '待查', 'r.warnings'),
    integer('notes', '提示', 'r.notes'),
  ],
};

export const departments: Resource = {
  name: 'departments',
  title: '部门',
  description: '有决算入库的部门。',
  key: ['id'],
  order: 'd.id',
  from: `FROM departments d LEFT JOIN regions g ON g.code = d.region
    WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.department = d.id)`,
  fields: [
    text('id', '部门编号', DEPARTMENT_ID, { required: true }),
    text('name', '部门名称', 'd.name', { required: true, columnType: 'administrative-classification:generic:label' }),
    text('kind', '部门类别', 'd.core', { required: true, description: '去掉地区的名称' }),
    text('region_code', '行政区划代码', 'd.region', { columnType: 'geo-source:target:code' }),
    text('region_name', '行政区划', 'g.name', { columnType: 'geo-source:target:title' }),
    text('region_level', '行政层级', 'g.level'),
  ],
};

export const statements: Resource = {
  name: 'statements',
  title: '决算表',
  description: '每份决算的各张表：有数、空表或未印出。',
  key: ['account', 'statement'],
  order: 'x.account, x.n',
  references: TO_ACCOUNT,
  from: `FROM statements x JOIN revisions v ON v.account = x.account AND v.revision = x.revision AND v.current = 1
    JOIN accounts a ON a.key = x.account WHERE NOT EXISTS (SELECT 1 FROM statements y WHERE y.account = x.account
      AND y.revision = x.revision AND y.statement = x.statement AND y.n < x.n)`,
  fields: [
    ACCOUNT,
    text('statement', '表', 'x.statement', { required: true }),
    text('number', '编号', 'x.number'),
    text('title', '标题', 'x.title'),
    text('state', '状态', 'x.state', { required: true, words: ['filled', 'empty', 'absent'] }),
    text('reason', '空表理由', 'x.reason'),
    text('unit', '金额单位', 'x.unit', { required: true }),
    integer('document_line', '原文行', 'x.place_line', { required: true }),
  ],
};
