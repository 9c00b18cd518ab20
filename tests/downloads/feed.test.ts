import { describe, expect, it, test } from 'vitest';
import { serveFeed } from '../../app/_downloads/feed';
import { documents, HENGSHAN, HOSTILE, load, MIZHI, ORIGIN, poison, rowsOf, withStore } from './store';
import { childrenOf, type Element, parseXml, textOf } from './xml';

withStore();

const ask = (query = '', headers: Record<string, string> = {}): Promise<Response> =>
  serveFeed(new Request(`${ORIGIN}/feed.xml${query}`, { headers }));
const feed = async (query = ''): Promise<Element> => parseXml(await (await ask(query)).text());
const entriesOf = (document: Element): Element[] => childrenOf(document, 'entry');
const termOf = (entry: Element): string | undefined => childrenOf(entry, 'category')[0]?.attributes.term;

/** What RFC 4287 asks of feeds and entries. */
function expectValid(document: Element): void {
  expect(document.name).toBe('feed');
  expect(document.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
  expect(childrenOf(document, 'author')[0]?.children.map(({ name }) => name)).toContain('name');
  expect(childrenOf(document, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate']);
  const ids = [document, ...entriesOf(document)].map((element) => textOf(element, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of [document, ...entriesOf(document)]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name)).toHaveLength(1);
    expect(textOf(element, 'id')).toMatch(/^tag:juesuan\.example,2026:[!-~]+$/);
    expect(textOf(element, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
  }
}

it('is a valid feed of what came and what was found', async () => {
  const document = await feed();
  expectValid(document);
  const stored = rowsOf<{ id: string; loaded_at: string }>(
    'SELECT a.id, v.loaded_at FROM revisions v JOIN accounts a ON a.key = v.account ORDER BY v.loaded_at DESC, a.key DESC',
  );
  const added = entriesOf(document).filter((entry) => termOf(entry) === 'added');
  expect(added.map((entry) => [textOf(entry, 'id').split('/')[1], textOf(entry, 'updated')])).toEqual(
    stored.map(({ id, loaded_at }) => [id, loaded_at]),
  );
  const [found] = entriesOf(document).filter((entry) => termOf(entry) === 'findings');
  const [{ n = 0 } = {}] = rowsOf<{ n: number }>(
    "SELECT count(*) AS n FROM findings f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND severity = 'error'",
    textOf(found ?? document, 'id').split('/')[1] ?? '',
  );
  expect(textOf(found ?? document, 'title')).toContain(`${n} 处矛盾`);
});

test.each([
  ['?region=610827', [MIZHI]],
  ['?region=610800', [HENGSHAN, MIZHI]],
  ['?region=110000', []],
  ['?department=610803-gongye-shangmao-ju', [HENGSHAN]],
])('%s shows its own', async (query, accounts) => {
  const document = await feed(query);
  expectValid(document);
  const shown = new Set(entriesOf(document).map((entry) => textOf(entry, 'id').split('/')[1]));
  expect([...shown].sort()).toEqual([...accounts].sort());
});

test.each(['?region=61', '?region=%00', '?department=../..', "?department=1'--"])('%s is a problem', async (query) => {
  const answer = await ask(query);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

it('answers 304 to those who have it, and something new after a load', async () => {
  const etag = (await ask()).headers.get('etag') ?? '';
  expect((await ask('', { 'if-none-match': etag })).status).toBe(304);
  await load(documents.hengshan.replace('7604.60', '6974.60'), 'corrected.txt');
  expect((await ask('', { 'if-none-match': etag })).status).toBe(200);
  const document = await feed();
  expectValid(document);
  const [newest] = entriesOf(document);
  expect(termOf(newest ?? document)).toBe('revised');
  expect(textOf(newest ?? document, 'title')).toContain('第 2 版');
});

describe('hostile names', () => {
  it('stay text', async () => {
    poison(MIZHI);
    const document = await feed();
    expectValid(document);
    const titles = entriesOf(document).map((entry) => textOf(entry, 'title'));
    expect(titles.some((title) => title.includes(HOSTILE))).toBe(true);
  });
});
