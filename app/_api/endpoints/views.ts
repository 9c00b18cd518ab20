import { z } from 'zod';
import { type Hit, search } from '../../../db/queries/search';
import { PANELS } from '../../../lib/panels';
import { Problem, quoted } from '../../_answers/problem';
import { askEmbed } from '../../_embed/ask';
import { csvRows, jsonOf } from '../../_embed/records';
import { readEmbedRequest } from '../../_embed/request';
import { type Endpoint, item } from '../endpoint';
import { hitRow, panelDetail, panelRow } from '../panelSchemas';
import { many, one, required } from '../parameter';
import { filters, inPath } from '../parameters';

const panelId = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/)
  .describe('应为图表的编号，如 totals');
const KINDS = ['department', 'region', 'functional', 'economic', 'figure', 'check'] as const;

/** Where a hit leads in the interface itself; null where it is only a word for a filter. */
function pathOf({ kind, id }: Hit): string | null {
  switch (kind) {
    case 'department':
      return `/departments/${id}`;
    case 'region':
      return `/regions/${id}`;
    case 'functional':
    case 'economic':
      return `/subjects/${kind}/${id}`;
    case 'check':
      return `/findings?check=${id}`;
    case 'figure':
      return null;
  }
}

/** Answers that are put together: panels, and what a word finds. */
export const views: readonly Endpoint[] = [
  item({
    id: 'listPanels',
    path: '/panels',
    title: '图表',
    about: '产品里的图表：各回答一个问题，能放几份决算。',
    example: () => '/panels',
    inPath: {},
    inQuery: {},
    answer: z.array(panelRow),
    find: async (_store, { origin }) => ({
      data: PANELS.map(({ id, title, accounts }) => ({
        panel: id,
        title,
        accounts,
        href: `${origin}/api/v1/panels/${id}?accounts={accounts}`,
        embed: `${origin}/embed/${id}?accounts={accounts}`,
      })),
    }),
  }),
  item({
    id: 'getPanel',
    path: '/panels/{panel}',
    title: '一张图表的数据',
    about:
      '页面、嵌入、CSV、XLSX、SVG 所用的同一份数据；与 /embed/{panel}.json 相同。图表自己的选项（如 level=2）也是参数。',
    example: ({ accounts }) => `/panels/totals?accounts=${accounts}`,
    inPath: { panel: one(panelId, '图表的编号，见 /panels') },
    inQuery: {
      accounts: required(many(inPath.account.schema as z.ZodType<string>, '决算的编号，依显示次序')),
      v: one(z.string().max(80), '冻结的版本，见数据里的 pin'),
      lang: one(z.enum(['zh', 'en']), '核对结论、更正说明用的语言'),
    },
    isOpen: true,
    formats: ['json', 'csv'],
    answer: panelDetail,
    find: async (store, { path: { panel }, search: query, origin }) => {
      const drawn = [...query.keys()].find((name) => DRAWING.has(name));
      if (drawn !== undefined)
        throw new Problem(400, 'unknown_parameter', '没有这个参数', `数据没有参数${quoted(drawn)}。`, {
          parameter: drawn,
          allowed: ['accounts', 'v', 'lang'],
        });
      const shown = await askEmbed(store, readEmbedRequest(`${panel}.json`, query));
      return { data: jsonOf(shown, origin) as z.infer<typeof panelDetail>, table: csvRows(shown) };
    },
  }),
  item({
    id: 'search',
    path: '/search',
    title: '查找',
    about: '按名称、编码、拼音或其首字母查找部门、行政区划、科目、数额和指标、核对规则；最好的在前。',
    example: () => '/search?q=jgyx&limit=2',
    inPath: {},
    inQuery: {
      q: required(one(filters.text(60, '机关运行'), '要找的字，空格分开的各词都要符合')),
      kind: many(z.enum(KINDS), '只找这些'),
      limit: one(z.coerce.number().int().min(1).max(50).describe('应为 1 至 50 的整数'), '最多几条，不给为 20'),
    },
    answer: z.array(hitRow),
    find: async ({ db }, { query: { q = '', kind: kinds, limit }, origin }) => {
      const hits = await search(db, q, { ...(kinds ? { kinds } : {}), ...(limit ? { limit } : {}) });
      return {
        data: hits.map((hit) => {
          const path = pathOf(hit);
          return { ...hit, href: path === null ? null : `${origin}/api/v1${path}` };
        }),
      };
    },
  }),
];

/** Parameters of an embed that only a drawing has. */
const DRAWING = new Set(['theme', 'accent', 'width', 'height', 'preset', 'download']);
