import { z } from 'zod';
import { FUND_COLUMNS } from '../../db/queries/spending';
import { PUBLISHED_MEASURES } from '../../lib/entries';
import { SEVERITIES } from '../../lib/findings';
import { ASPECTS, type AspectId } from '../../lib/measures';
import { COLUMN_LABELS, type ColumnId, STATEMENT_IDS } from '../../lib/statements';

/** Schemas with a name of their own in the document of the interface. */
export const named = z.registry<{ id: string }>();

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const statementId = z.enum(STATEMENT_IDS);
export const columnId = z.enum(keys<ColumnId>(COLUMN_LABELS));
export const measureId = z.enum(PUBLISHED_MEASURES);
export const aspectId = z.enum(keys<AspectId>(ASPECTS));
export const severity = z.enum(SEVERITIES);
export const side = z.enum(['revenue', 'expenditure']);
export const statementState = z.enum(['filled', 'empty', 'absent']);
export const codeList = z.enum(['functional', 'economic']);
export const fund = z.enum(keys(FUND_COLUMNS));

const count = z.int().min(0);
const year = z.int().min(1990).max(2999);
/** Amounts travel as text: a program that reads them as numbers decides so itself. */
export const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe('十进制数，文本，不经浮点');
const account = z.string().describe('决算的编号');
const source = z.url().describe('原文中印着它的那一行');

export const place = z
  .object({
    page: z.int().nullable(),
    sheet: z.string().nullable(),
    line: count.describe('原文的行，从 1 起'),
    cell: count.nullable().describe('行内的单元，从 0 起'),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  })
  .register(named, { id: 'Place' });

const region = z.object({ code: z.string(), name: z.string() }).nullable();
const level = z.enum(['省级', '地级', '县级']);

export const regionRow = z
  .object({
    code: z.string(),
    name: z.string(),
    level,
    parent: z.string().nullable(),
    accounts: count.describe('本级及其下各级的决算份数'),
    firstYear: year,
    lastYear: year,
  })
  .register(named, { id: 'Region' });

export const departmentRow = z
  .object({
    department: z.string().describe('部门的编号'),
    name: z.string().describe('名称，依最早一份文件'),
    kind: z.string().describe('名称去掉行政区划'),
    region,
    level: level.nullable(),
    years: z.array(year).describe('有决算的年度'),
  })
  .register(named, { id: 'Department' });

export const accountRow = z
  .object({
    account,
    department: z.string(),
    name: z.string().describe('部门名称，依这份文件'),
    kind: z.string(),
    region,
    level: level.nullable(),
    fiscalYear: year,
    revision: z.int().min(1).describe('第几版'),
    document: z.object({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      mediaType: z.string(),
      title: z.string().nullable(),
    }),
    loadedAt: z.string().describe('载入时间，ISO 8601'),
    statements: z.object({ named: count, filled: count }).nullable().describe('文件列出的决算表，其中有数的'),
    findings: z.object({ error: count, warning: count, note: count }).nullable().describe('核对发现，按程度'),
    reorganised: z.string().nullable().describe('文件说到机构合并、分设、更名的句子'),
    url: z.url(),
    source: z.url().describe('原文'),
  })
  .register(named, { id: 'Account' });

export const statementRow = z
  .object({
    account,
    statement: statementId,
    title: z.string(),
    number: z.string().nullable().describe('表号，如 公开03表'),
    state: statementState,
    reason: z.string().optional().describe('空表的原因'),
    place,
    source,
  })
  .register(named, { id: 'Statement' });

export const factRow = z
  .object({
    account,
    statement: statementId,
    side: side.nullable(),
    code: z.string().nullable(),
    name: z.string(),
    column: columnId,
    printed: z.string().describe('照印'),
    amount: decimal,
    unit: z.string(),
    place,
    source,
  })
  .register(named, { id: 'Fact' });

export const claimRow = z
  .object({
    account,
    measure: measureId,
    aspect: aspectId,
    subject: z.string().optional().describe('科目、项目或部门'),
    value: decimal,
    unit: z.string(),
    direction: z.enum(['increase', 'decrease']).nullable().describe('增减额与增减率不带符号，方向在这里'),
    printed: z.string(),
    sentence: z.string(),
    place,
    source,
  })
  .register(named, { id: 'Claim' });

export const figureRow = z
  .object({
    account,
    figure: z.string(),
    label: z.string(),
    value: decimal.nullable().describe('缺则为 null，原因在 reason'),
    low: decimal.nullable().describe('舍入所允许的下限'),
    high: decimal.nullable().describe('舍入所允许的上限'),
    unit: z.string().describe('万元、%、万元/人、分；人数等为空'),
    decimals: count,
    source: z
      .enum(['printed', 'summed', 'computed', 'derived', 'missing'])
      .describe('照印、各项相加、按公式算得、由下年比较推得、缺'),
    disputed: z.boolean().describe('与其他公布数矛盾'),
    reason: z.string().nullable(),
    line: count.nullable().describe('原文的行'),
    url: z.url().describe('原文中的那一行；没有哪一行印着它时为这份决算'),
  })
  .register(named, { id: 'Figure' });

const suggestion = z
  .object({ place, printed: z.string(), value: decimal, why: z.string() })
  .nullable()
  .describe('大概应为什么');

export const findingRow = z
  .object({
    account,
    number: z.int().min(1).describe('在这份决算中的序号'),
    check: z.string(),
    severity,
    message: z.string(),
    places: z.array(place),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    difference: z.string().nullable(),
    suggestion,
    url: z.url().describe('这一条发现的页面'),
    source,
  })
  .register(named, { id: 'Finding' });

export const checkRow = z
  .object({
    id: z.string(),
    title: z.string(),
    formula: z.string(),
    kind: z.string(),
    source: z.string().describe('官方依据，或由什么推出'),
    severity,
  })
  .register(named, { id: 'Check' });

export const figureName = z
  .object({
    figure: z.string(),
    kind: z.enum(['measure', 'metric']).describe('公布的数额，算得的指标'),
    label: z.string(),
    unit: z.string(),
    formula: z.string().nullable(),
  })
  .register(named, { id: 'FigureName' });

export const subjectRow = z
  .object({
    list: codeList,
    code: z.string(),
    name: z.string(),
    level: z.literal([1, 2, 3]).describe('1 类，2 款，3 项'),
    parent: z.string().nullable(),
    validFrom: z.int().nullable(),
    validTo: z.int().nullable(),
    confidence: z.enum(['found', 'recalled', 'uncertain']).describe('见于文件、凭记忆、不确定'),
  })
  .register(named, { id: 'Subject' });

export const money = z.object({ value: decimal, low: decimal, high: decimal }).register(named, { id: 'Money' });
const heading = z.object({ code: z.string(), name: z.string() });

export const subjectDetail = z
  .object({
    list: codeList,
    code: z.string(),
    name: z.string(),
    level: z.literal([1, 2, 3]),
    path: z.array(heading),
    children: z.array(heading),
    printedNames: z.array(z.object({ name: z.string(), accounts: count })).describe('文件里印的别的名称'),
    unit: z.literal('万元'),
    years: z.array(
      z.object({
        year,
        amount: money,
        basic: money.nullable(),
        project: money.nullable(),
        personnel: money.nullable(),
        operating: money.nullable(),
        departments: count.nullable().describe('印有这个科目的部门数；归并的科目可能由同一部门列支、不能相加时为 null'),
        disputed: count.describe('其中数字有矛盾的'),
        mappedFrom: z.array(z.string()).describe('同口径时并入的旧科目'),
      }),
    ),
    url: z.url(),
  })
  .register(named, { id: 'SubjectDetail' });
