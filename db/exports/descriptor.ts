import { LICENCE } from '../../lib/licence';
import type { Field, Resource } from './field';

export const DESCRIPTOR_FILE = 'datapackage.json';
export const SQLITE_FILE = 'juesuan.sqlite';
export const ZIP_FILE = 'juesuan.zip';

/** What is known of a written file. */
export interface Written {
  bytes: number;
  /** SHA-256, hexadecimal */
  hash: string;
  rows: number;
}

/** The store as it was when it was exported. */
export interface Exported {
  version: number;
  /** ISO 8601 */
  changedAt: string;
  isSample: boolean;
  firstYear: number | null;
  lastYear: number | null;
}

export const fileOf = ({ name }: Pick<Resource, 'name'>): string => `${name.replaceAll('_', '-')}.csv`;

const constraintsOf = ({ required, words }: Field) => ({
  ...(required ? { required } : {}),
  ...(words ? { enum: words } : {}),
});

function fieldOf(field: Field) {
  const { name, title, type, description, columnType } = field;
  const constraints = constraintsOf(field);
  return {
    name,
    title,
    type,
    ...(description ? { description } : {}),
    ...(columnType ? { columnType } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** What all rows of the spending tables have in common, as the Fiscal Data Package says it. */
const CONSTANTS = [
  { name: 'currency', type: 'string', columnType: 'value-currency:code', constant: 'CNY' },
  { name: 'factor', type: 'number', columnType: 'value-factor', constant: 0.01 },
  { name: 'phase', type: 'string', columnType: 'phase', constant: 'executed' },
  { name: 'direction', type: 'string', columnType: 'direction', constant: 'expenditure' },
] as const;

const resourceOf = (resource: Resource, { bytes, hash, rows }: Written) => ({
  profile: 'tabular-data-resource',
  name: resource.name.replaceAll('_', '-'),
  path: fileOf(resource),
  title: resource.title,
  description: resource.description,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${hash}`,
  rows,
  dialect: {
    delimiter: ',',
    quoteChar: '"',
    doubleQuote: true,
    lineTerminator: '\r\n',
    skipInitialSpace: false,
    header: true,
  },
  schema: {
    fields: resource.fields.map(fieldOf),
    missingValues: [''],
    primaryKey: resource.key,
    ...(resource.references
      ? {
          foreignKeys: Object.entries(resource.references).map(([fields, [target, field]]) => ({
            fields,
            reference: { resource: target, fields: field },
          })),
        }
      : {}),
    ...(resource.name.endsWith('spending') ? { extraFields: CONSTANTS } : {}),
  },
});

/** Money is in 分, hence the factor; every row is spending as executed. */
const measure = (source: string) => ({
  source,
  resource: 'spending',
  currency: 'CNY',
  factor: 0.01,
  direction: 'expenditure',
  phase: 'executed',
});

/** The logical model: spending by department, year and functional code. */
const MODEL = {
  measures: {
    total: measure('total_fen'),
    basic: measure('basic_fen'),
    project: measure('project_fen'),
    general: measure('general_fen'),
    fund: measure('fund_fen'),
    capital: measure('capital_fen'),
  },
  dimensions: {
    year: {
      dimensionType: 'datetime',
      primaryKey: 'year',
      attributes: { year: { source: 'fiscal_year', resource: 'spending' } },
    },
    department: {
      dimensionType: 'classification',
      classificationType: 'administrative',
      primaryKey: 'id',
      attributes: {
        id: { source: 'id', resource: 'departments' },
        name: { source: 'name', resource: 'departments', labelfor: 'id' },
      },
    },
    function: {
      dimensionType: 'classification',
      classificationType: 'functional',
      primaryKey: 'code',
      attributes: {
        code: { source: 'functional_code', resource: 'spending' },
        level: { source: 'level', resource: 'spending' },
      },
    },
  },
} as const;

/** The descriptor of the package: valid as a Data Package and as a Fiscal Data Package, with the column types of version 1. */
export function describePackage(
  { version, changedAt, isSample, firstYear, lastYear }: Exported,
  written: readonly (readonly [Resource, Written])[],
) {
  return {
    profile: 'tabular-data-package',
    name: 'juesuan',
    title: isSample ? '示例数据：虚构的部门决算' : '决算通览：部门决算数据',
    description: `各部门公开的年度决算：表内数字、情况说明中的数字、指标、按科目的支出和核对发现。数字照录原文，空白不是零；以分计的整数列便于准确相加。${
      isSample ? '全部数据为虚构，用于演示和测量。' : ''
    }CSV 中以 = + - @ 开头的文字前加撇号，免得被表格软件当作公式。`,
    version: String(version),
    created: changedAt,
    keywords: ['部门决算', '财政', '预算公开', 'final accounts', 'China'],
    licenses: [{ name: 'other-pd', title: isSample ? '示例数据，虚构' : LICENCE.name }],
    sources: [{ title: isSample ? '虚构的部门决算' : '各部门公开的部门决算' }],
    countryCode: 'CN',
    granularity: 'aggregated',
    ...(firstYear === null ? {} : { fiscalPeriod: { start: `${firstYear}-01-01`, end: `${lastYear}-12-31` } }),
    resources: written.map(([resource, file]) => resourceOf(resource, file)),
    model: MODEL,
  };
}

export type Descriptor = ReturnType<typeof describePackage>;
