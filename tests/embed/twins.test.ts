import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, test, vi } from 'vitest';
import { serveApi } from '../../app/_api/serve';
import { askAccounts, askPanel, type DrawnPanel } from '../../app/_store/panels';
import { openStore } from '../../app/_store/store';
import { findPanel, PANELS } from '../../lib/panels';
import type { PanelData } from '../../lib/panels/panel';
import { parseAccountList } from '../../lib/selection';
import { ask, askText, BOTH, MIZHI, withStore } from './store';

withStore();

const json = async (panel: string, query = BOTH): Promise<PanelData & Record<string, unknown>> =>
  JSON.parse(await askText(`${panel}.json`, query));

const plain = (html: string): string =>
  html
    .replace(/<sup>.*?<\/sup>|<abbr.*?<\/abbr>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The figures of the table in a frame, row by row as shown. */
const tableOf = (page: string): string[][] =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => plain(cell)),
  );

/** What the page of a comparison puts into its markup. */
async function drawnOnPage(id: string): Promise<DrawnPanel> {
  const store = await openStore();
  const panel = findPanel(id);
  if (!panel) throw new Error(`unknown panel: ${id}`);
  return askPanel(store, panel, await askAccounts(store, parseAccountList(BOTH.slice(9)).accounts), {});
}

/** The figures of the table on a page; cards with their places stand behind them. */
const figuresOnPage = (page: string): string[][] =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>.*?class="(?:cell-link|value|missing)[^>]*>([^<]*)</gs)].map(([, text = '']) =>
      plain(text),
    ),
  );

const api = (address: string): Promise<Response> =>
  serveApi(new Request(`https://juesuan.example/api/v1/panels/${address}?${BOTH}`));

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => plain(text));

const PANEL_IDS = PANELS.map((panel) => panel.id);

describe.each(PANEL_IDS)('%s: page, picture and data carry one set of numbers', (id) => {
  it('the frame shows the texts of the JSON', async () => {
    const { rows } = await json(id);
    expect(rows.length).toBeGreaterThan(0);
    expect(tableOf(await askText(id))).toEqual(rows.map((row) => row.cells.map((cell) => cell.text)));
  });

  it('the page shows the texts of the JSON, in its table and in its drawing', async () => {
    const { rows } = await json(id);
    const { foot, drawings } = await drawnOnPage(id);
    expect(figuresOnPage(foot)).toEqual(rows.map((row) => row.cells.map((cell) => cell.text)));
    const known = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.text)));
    const drawn = textsOf(drawings ?? '').filter((text) => /^[+−]?[\d,]+\.\d+$/.test(text));
    expect(drawn.filter((text) => !known.has(text))).toEqual([]);
  });

  it('the interface for programs carries the JSON and the CSV, word for word', async () => {
    const answer = (await (await api(id)).json()) as { meta: object; data: object };
    expect(answer.data).toEqual(await json(id));
    expect(answer.meta).toMatchObject({ dataVersion: 2 });
    expect(await (await api(`${id}.csv`)).text()).toBe(await askText(`${id}.csv`));
  });

  it('CSV carries the values of the JSON', async () => {
    const { rows, columns } = await json(id);
    const [, ...lines]: string[][] = parse(await askText(`${id}.csv`));
    const figures = lines.map((line) => line.slice(3, 3 + columns.length));
    expect(figures).toEqual(rows.map((row) => row.cells.map((cell) => cell.value ?? '')));
    expect(lines.map((line) => line[1])).toEqual(rows.map((row) => row.label));
  });

  it('the spreadsheet carries them, totals as formulas over the cells that add up', async () => {
    const { rows, columns, sources } = await json(id);
    const book = await readXlsx(Buffer.from(await (await ask(`${id}.xlsx`)).arrayBuffer()));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['数据', '说明', '出处']);
    const [data, , places] = book.sheets;
    const figures = data?.rows.slice(1).map((row) => row.slice(3, 3 + columns.length).map((value) => value ?? null));
    expect(figures).toEqual(
      rows.map((row) => row.cells.map((cell) => (cell.value === null ? null : Number(cell.value)))),
    );
    expect(places?.rows.length).toBe(1 + sources.length);
  });

  it('the spreadsheet is the same, byte for byte, whenever it is asked for', async () => {
    const bytes = async (more: string) => Buffer.from(await (await ask(`${id}.xlsx`, `${BOTH}${more}`)).arrayBuffer());
    const first = await bytes('');
    vi.useFakeTimers({ now: new Date('2030-01-01'), toFake: ['Date'] });
    expect((await bytes('&_=again')).equals(first)).toBe(true);
    vi.useRealTimers();
  });

  it('every number drawn is a number of the table', async () => {
    const { rows, chart: _none } = await json(id);
    const known = new Set(rows.flatMap((row) => row.cells.flatMap((cell) => [cell.text, `${cell.text}%`])));
    const page = await askText(id);
    for (const [, svg = ''] of page.matchAll(/(<svg.*?<\/svg>)/gs)) {
      const figures = textsOf(svg).filter((text) => /^[+−]?[\d,]+\.\d+%?$/.test(text));
      expect(figures.filter((text) => !known.has(text) && !known.has(text.replace('%', '')))).toEqual([]);
    }
    const figure = await askText(`${id}.svg`);
    const drawn = textsOf(figure).filter((text) => /^[+−]?[\d,]+\.\d+$/.test(text));
    expect(drawn.filter((text) => !known.has(text))).toEqual([]);
  });

  it('metadata names rows, columns, accounts and all twins', async () => {
    const [meta, data] = [JSON.parse(await askText(`${id}.metadata.json`)), await json(id)];
    expect(meta.title).toBe(data.title);
    expect(meta.rows.map((row: { key: string }) => row.key)).toEqual(data.rows.map((row) => row.key));
    expect(meta.accounts.map((account: { id: string }) => account.id)).toEqual(BOTH.slice(9).split(','));
    for (const twin of Object.values(meta.links)) expect(twin).toMatch(/^https:\/\/juesuan\.example\//);
  });

  test.each(['theme=light', 'theme=auto'])('less than 25 kB compressed with %s', async (theme) => {
    expect(gzipSync(await askText(id, `${BOTH}&${theme}`)).length).toBeLessThan(25_000);
  });

  it('one account alone is shown, too', async () => {
    expect((await ask(id, `accounts=${MIZHI}`)).status).toBe(200);
  });

  it('says title, unit, answer, verdict, licence, and links each source to its line', async () => {
    const [page, data] = [await askText(id), await json(id)];
    const text = plain(page);
    for (const part of [data.title, data.subtitle, data.answer, '核对：', '著作权法', ...data.notes])
      expect(text).toContain(part);
    const lines = new Set(data.sources.map(({ account, place }) => `/accounts/${account}/source#L${place.line}`));
    for (const line of lines) expect(page).toContain(`href="${line}"`);
  });
});

describe('themes', () => {
  it('auto draws once, with colours for both themes', async () => {
    const page = await askText('classes', `${BOTH}&theme=auto`);
    expect(page).toMatch(/fill="var\(--w\d+\)"/);
    expect(page).toContain('prefers-color-scheme:dark');
    const used = new Set([...page.matchAll(/var\((--[wn]\d+)\)/g)].map(([, name]) => name));
    for (const name of used) expect(page.split(`${name}:`).length).toBe(3);
  });

  test.each(PANEL_IDS)('%s differs between the themes in nothing but colours', async (id) => {
    const page = await askText(id, `${BOTH}&theme=auto`);
    if (page.includes('<figure')) expect(page).toMatch(/var\(--w0\)/);
  });

  it('an accent that would not read on the paper is darkened until it does', async () => {
    const page = await askText('totals', `${BOTH}&accent=ffee00`);
    expect(page).not.toContain('--accent:#ffee00');
    expect(await askText('totals', `${BOTH}&accent=063`)).toContain('--accent:#006633');
  });

  it('lang=en says the words around the figures in English', async () => {
    const page = await askText('totals', `${BOTH}&lang=en`);
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/Data table|Sources/);
  });
});

describe('drill-down', () => {
  it('stays within the code and carries its breadcrumb', async () => {
    const page = await askText('functional-tree', `${BOTH}&within=20805`);
    const [, crumbs = ''] = /<nav class="crumbs"[^>]*>(.*?)<\/nav>/s.exec(page) ?? [];
    expect(plain(crumbs)).toMatch(/^全部208 .+20805 /);
    expect(crumbs).toContain('within=208"');
    const { rows } = await json('functional-tree', `${BOTH}&within=20805`);
    expect(rows.map((row) => row.code?.slice(0, 5))).toEqual(rows.map(() => '20805'));
  });
});
