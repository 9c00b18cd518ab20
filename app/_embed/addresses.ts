import type { PanelOption } from '../../lib/panels/panel';
import type { View } from '../../lib/selection';
import { textOfPin } from './pinText';
import type { EmbedRequest, Form } from './request';

type State = Readonly<Pick<EmbedRequest, 'view'>> & { accounts: readonly string[] } & Partial<
    Pick<EmbedRequest, 'theme' | 'accent' | 'lang'>
  >;

/** The query of an embed: its whole state, in one order, without what is usual. */
export function queryOf({ accounts, view, theme, accent, lang }: State, pin: string | null): string {
  const rest = new URLSearchParams(view);
  if (theme && theme !== 'light') rest.set('theme', theme);
  if (accent) rest.set('accent', accent);
  if (lang && lang !== 'zh') rest.set('lang', lang);
  if (pin !== null) rest.set('v', pin);
  const text = rest.toString();
  return `accounts=${accounts.join(',')}${text === '' ? '' : `&${text}`}`;
}

/** The state as it was asked for, frozen or live. */
export const ownQuery = (asked: EmbedRequest): string => queryOf(asked, asked.pin && textOfPin(asked.pin));

export const embedPath = (panel: string, query: string, form: Form = 'html'): string =>
  `/embed/${panel}${form === 'html' ? '' : `.${form}`}?${query}`;

/** The options a panel is shown with, without those at their usual value. */
export const viewShown = (options: readonly PanelOption[]): View =>
  Object.fromEntries(
    options.flatMap(({ key, value, choices }) => (value === choices[0]?.value ? [] : [[key, value] as const])),
  );

/** The page that offers a panel for embedding. */
export const offerPath = (panel: string, accounts: readonly string[], view: View = {}): string =>
  `/embeds/${panel}?${queryOf({ accounts, view }, null)}`;

export const oembedPath = (url: string, format: 'json' | 'xml' = 'json'): string =>
  `/oembed?format=${format}&url=${encodeURIComponent(url)}`;
