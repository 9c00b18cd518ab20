import { z } from 'zod';
import type { AccountScope } from '../../db/queries/accountSteps';
import { SIZE_CLASSES } from '../../db/queries/peers';
import { many, one, type Values } from './parameter';

export const MOST_ROWS = 1_000;
export const USUAL_ROWS = 100;

const accountId = z
  .string()
  .max(160)
  .regex(/^\d{6}(?:-[a-z0-9]+)+-(?:19|20)\d{2}$/)
  .describe('应为决算的编号，如 610827-gongye-shangmao-ju-2023');
const departmentId = z
  .string()
  .max(150)
  .regex(/^\d{6}(?:-[a-z0-9]+)+$/)
  .describe('应为部门的编号，如 610827-gongye-shangmao-ju');
const regionCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('应为六位行政区划代码，如 610000');
const fiscalYear = z.coerce.number().int().min(1990).max(2999).describe('应为四位年份，如 2023');
const codeStart = z
  .string()
  .regex(/^\d{1,7}$/)
  .describe('应为科目编码的开头，一至七位数字，如 208');
export const subjectCode = z
  .string()
  .regex(/^\d{3}(?:\d{2}){0,2}$/)
  .describe('应为三、五或七位科目编码，如 2080505');
const text = (most: number, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u)
    .describe(`应为 1 至 ${most} 个字，如 ${example}`);
const checkId = z
  .string()
  .regex(/^[A-Z]\w?-\d{1,3}$/)
  .describe('应为核对规则的编号，如 T3-01');

export const inPath = {
  account: one(accountId, '决算的编号：行政区划代码-部门-年度'),
  department: one(departmentId, '部门的编号：决算的编号去掉年度'),
  region: one(regionCode, '行政区划代码，六位'),
  code: one(subjectCode, '科目编码：三、五、七位为类、款、项'),
  number: one(
    z.coerce.number().int().min(1).max(1_000_000).describe('应为从 1 起的整数'),
    '发现在这份决算中的序号，从 1 起',
  ),
} as const;

const region = one(regionCode, '行政区划代码；含其下各级，如 610000 为陕西省全省');
const level = one(z.enum(['省级', '地级', '县级']), '部门所在行政区划的级别');
const kind = one(text(60, '工业商贸局'), '部门的类别：名称去掉行政区划');

/** Filters that choose departments. */
export const DEPARTMENT_FILTERS = { region, level, kind } as const;

/** Filters that choose accounts. */
export const ACCOUNT_FILTERS = {
  account: many(accountId, '决算的编号'),
  department: many(departmentId, '部门的编号'),
  region,
  level,
  kind,
  size: one(
    z.enum(SIZE_CLASSES),
    '按本年支出合计的规模：micro 500万元以下，small 2000万元以下，medium 1亿元以下，large 10亿元以下，huge 更大',
  ),
  year: many(fiscalYear, '决算年度'),
  from: one(fiscalYear, '从这个年度起，含'),
  to: one(fiscalYear, '到这个年度止，含'),
} as const;

/** The filter in the words of the queries. */
export function scopeOf(values: Values<typeof ACCOUNT_FILTERS>): AccountScope {
  const { account: accounts, department: departments, year: years, ...rest } = values;
  return Object.fromEntries(
    Object.entries({ ...rest, accounts, departments, years }).filter(([, value]) => value !== undefined),
  );
}

export const filters = {
  regionCode,
  region,
  level,
  codes: many(codeStart, '科目编码的开头：208 含其下各款、项'),
  checkId,
  text,
} as const;

/** How much of a list, and how. */
export const PAGING = {
  limit: one(
    z
      .union([z.literal('all'), z.coerce.number().int().min(1).max(MOST_ROWS)])
      .describe(`应为 1 至 ${MOST_ROWS} 的整数，或 all`),
    `一页最多几行，1 至 ${MOST_ROWS}，不给为 ${USUAL_ROWS}；all 为全部，边读边发`,
  ),
  cursor: one(
    z
      .string()
      .regex(/^[\w-]{1,400}$/)
      .describe('应为上一页 links.next 里的 cursor'),
    '从哪里接着取：上一页给出的标记',
  ),
} as const;
