import { z } from 'zod';
import { findPanel, PANELS } from '../../lib/panels';
import type { Panel } from '../../lib/panels/panel';
import { parseAccountList, type View } from '../../lib/selection';
import { Problem, quoted } from '../_answers/problem';
import { parsePin } from './pin';
import type { Pin } from './pinText';
import { readSize, type Size } from './size';

/** The twins of an embed, by the end of the path; none is the frame's own HTML. */
export const FORMS = ['html', 'svg', 'png', 'csv', 'json', 'xlsx', 'metadata.json'] as const;
export type Form = (typeof FORMS)[number];

export const THEMES = ['light', 'dark', 'auto'] as const;
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What is asked of an embed: everything stands in path and query. */
export interface EmbedRequest {
  panel: Panel;
  form: Form;
  accounts: string[];
  /** the panel's options as asked for; whether it has them shows when it is built */
  view: View;
  theme: (typeof THEMES)[number];
  /** six hexadecimal digits, without the sign */
  accent: string | null;
  lang: Language;
  /** the revisions a frozen embed holds on to; null for a live one */
  pin: Pin | null;
  size: Size;
  /** a person saves the file: it gets a name, and CSV the mark that spreadsheet programs need */
  download: boolean;
}

const MOST_QUERY = 2048;
const FIXED = ['accounts', 'theme', 'accent', 'lang', 'v', 'width', 'height', 'preset', 'download'] as const;
type Fixed = (typeof FIXED)[number];

const optionKey = z.string().regex(/^[a-z][\w-]{0,40}$/i);
const optionValue = z.string().regex(/^[\w.,-]{1,80}$/);
const accentValue = z
  .string()
  .regex(/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
  .transform((text) => text.replace('#', '').toLowerCase())
  .transform((text) => (text.length === 3 ? [...text].map((digit) => digit + digit).join('') : text));
const revisions = z.string().max(80);

export const badParameter = (parameter: string, value: string, allowed: string): Problem =>
  new Problem(400, 'bad_parameter', '参数有误', `参数 ${quoted(parameter)} 不能是${quoted(value)}：${allowed}。`, {
    parameter,
  });

/** Reads path and query; throws a problem that names what is wrong. */
export function readEmbedRequest(name: string, query: URLSearchParams): EmbedRequest {
  if (query.toString().length > MOST_QUERY) throw new Problem(414, 'long_query', '地址过长', '地址的参数部分过长。');
  const { panel, form } = panelOf(name);
  const { fixed, view } = parametersOf(panel, query);
  const accounts = accountsOf(panel, query.getAll('accounts'));
  const read = <T>(key: Fixed, schema: z.ZodType<T>, fallback: T, allowed: string): T => {
    const value = fixed[key];
    if (value === undefined) return fallback;
    const { data, success } = schema.safeParse(value);
    if (!success) throw badParameter(key, value, allowed);
    return data as T;
  };
  const pinned = read('v', revisions.nullable(), null, '应为冻结嵌入代码里的版本');
  return {
    panel,
    form,
    accounts,
    view,
    theme: read('theme', z.enum(THEMES), 'light', `可用 ${THEMES.join('、')}`),
    accent: read('accent', accentValue.nullable(), null, '应为三位或六位十六进制颜色，如 1d4f6e'),
    lang: read('lang', z.enum(LANGUAGES), 'zh', `可用 ${LANGUAGES.join('、')}`),
    pin: pinned === null ? null : parsePin(pinned, accounts.length),
    size: readSize(fixed),
    download: read('download', z.enum(['0', '1']), '0', '可用 0、1') === '1',
  };
}

function panelOf(name: string): { panel: Panel; form: Form } {
  const [, id = '', ending] = /^([^.]*)(?:\.(.*))?$/s.exec(name) ?? [];
  const panel = findPanel(id);
  const panels = PANELS.map((one) => one.id);
  if (!panel) throw new Problem(404, 'unknown_panel', '没有这张图', `没有名为${quoted(id)}的图。`, { panels });
  const form = ending === undefined ? 'html' : FORMS.find((one) => one === ending && one !== 'html');
  if (!form)
    throw new Problem(404, 'unknown_form', '没有这种形式', `这张图没有${quoted(`.${ending}`)}形式。`, {
      forms: FORMS.filter((one) => one !== 'html'),
    });
  return { panel, form };
}

/** Campaign marks that portals and their statistics add to any address; they change nothing. */
const isForeign = (key: string): boolean => /^(?:utm_|_)/.test(key);

function parametersOf(panel: Panel, query: URLSearchParams) {
  const fixed: Partial<Record<Fixed, string>> = {};
  const view: Record<string, string> = {};
  for (const [key, value] of query) {
    if (key === 'accounts' || isForeign(key)) continue;
    const known = FIXED.find((one) => one === key);
    if (known) fixed[known] = value;
    else {
      const bare = key.startsWith(`${panel.id}.`) ? key.slice(panel.id.length + 1) : key;
      if (!optionKey.safeParse(bare).success) throw unknownParameter(key);
      if (!optionValue.safeParse(value).success) throw badParameter(key, value, '选项的值只含字母、数字和 . , - _');
      view[bare] = value;
    }
  }
  return { fixed, view };
}

export const unknownParameter = (parameter: string, options: readonly string[] = []): Problem =>
  new Problem(400, 'unknown_parameter', '没有这个参数', `这张图没有参数${quoted(parameter)}。`, {
    parameter,
    allowed: [...FIXED, ...options],
  });

function accountsOf(panel: Panel, given: readonly string[]): string[] {
  const { accounts, malformed } = parseAccountList(given);
  const [wrong] = malformed;
  if (wrong !== undefined) throw badParameter('accounts', wrong, '应为决算的编号，以逗号分隔');
  const { min, max } = panel.accounts;
  if (accounts.length < min || accounts.length > max)
    throw new Problem(
      400,
      'account_count',
      '决算份数不合',
      `这张图要 ${min} 至 ${max} 份决算，参数 accounts 给了 ${accounts.length} 份。`,
      { parameter: 'accounts', min, max },
    );
  return accounts;
}
