import { z } from 'zod';
import { decimal, named, place } from './schemas';

const count = z.int().min(0);

export const panelRow = z
  .object({
    panel: z.string(),
    title: z.string(),
    accounts: z.object({ min: count, max: count }).describe('能放几份决算'),
    href: z.string().describe('数据的地址，{accounts} 换成决算的编号'),
    embed: z.string().describe('嵌入的地址'),
  })
  .register(named, { id: 'Panel' });

export const hitRow = z
  .object({
    kind: z.enum(['department', 'region', 'functional', 'economic', 'figure', 'check']),
    id: z.string(),
    label: z.string(),
    context: z.string().describe('属于哪里'),
    accounts: count.nullable().describe('涉及几份决算，知道的话'),
    href: z.url().nullable().describe('在本接口中的地址'),
  })
  .register(named, { id: 'Hit' });

const panelSource = z.object({ account: z.string(), label: z.string(), printed: z.string(), place });

const cell = z
  .object({
    text: z.string().describe('页面上的写法'),
    value: decimal.nullable(),
    status: z.enum(['published', 'adopted', 'derived', 'computed', 'missing']),
    disputed: z.boolean().optional(),
    reason: z.string().optional(),
    low: decimal.optional(),
    high: decimal.optional(),
    sources: z.array(panelSource),
  })
  .register(named, { id: 'PanelCell' });

/** The embed's JSON; its further members are described in words there. */
export const panelDetail = z
  .looseObject({
    data_version: count,
    frozen: z.boolean(),
    pin: z.string(),
    panel: z.string(),
    title: z.string(),
    subtitle: z.string(),
    answer: z.string(),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        unit: z.string().nullable(),
        account: z.string().optional(),
      }),
    ),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        code: z.string().optional(),
        depth: count.optional(),
        unit: z.string().nullable(),
        cells: z.array(cell).describe('一栏一格，依次'),
      }),
    ),
    options: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        choices: z.array(z.object({ value: z.string(), label: z.string() })),
        value: z.string(),
      }),
    ),
    notes: z.array(z.string()),
    sources: z.array(panelSource),
    accounts: z.array(z.looseObject({ id: z.string(), department: z.string(), fiscal_year: count })),
    verdict: z.looseObject({ text: z.string() }).describe('核对结论'),
    correction: z.looseObject({ text: z.string() }).nullable().describe('更正'),
    licence: z.object({ name: z.string(), text: z.string() }),
    links: z.record(z.string(), z.string()),
  })
  .register(named, { id: 'PanelDetail' });
