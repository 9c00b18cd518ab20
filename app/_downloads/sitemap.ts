import 'server-only';
import {
  getListedAccounts,
  getListedCodes,
  getListedCounts,
  getListedDepartments,
} from '../../db/queries/publications';
import { getChangeMoment } from '../../db/queries/version';
import { accountPath } from '../../lib/selection';
import { subjectPath } from '../../lib/subjectSelection';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { type Html, html } from '../_answers/html';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { servesSample } from '../_answers/sample';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';

/** Addresses a part lists; the protocol allows 50,000, this many cost a few milliseconds. */
export const PER_PART = 5_000;
const SECTIONS = [
  '/',
  '/trends',
  '/rankings',
  '/accounts',
  '/compare',
  '/subjects/functional',
  '/subjects/economic',
  '/pivot',
  '/findings',
  '/data',
  '/embeds',
  '/api',
];
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Address {
  path: string;
  moment?: string;
}

const xml = (body: Html): string => `<?xml version="1.0" encoding="utf-8"?>\n${body.text}`;
const moment = (text: string | undefined): Html | false => text !== undefined && html`<lastmod>${text}</lastmod>`;

async function partsOf({ db }: Store): Promise<string[]> {
  const { accounts, departments } = await getListedCounts(db);
  const named = (name: string, count: number): string[] =>
    Array.from({ length: Math.ceil(count / PER_PART) }, (_, at) => `${name}-${at + 1}`);
  return ['pages', 'subjects', ...named('departments', departments), ...named('accounts', accounts)];
}

async function addressesOf({ db }: Store, part: string): Promise<Address[]> {
  const [, kind = '', number = '1'] = /^([a-z]+)(?:-(\d{1,4}))?$/.exec(part) ?? [];
  const page = { limit: PER_PART, offset: (Number(number) - 1) * PER_PART };
  if (kind === 'pages') return SECTIONS.map((path) => ({ path }));
  if (kind === 'subjects')
    return (await getListedCodes(db)).map(({ list, code }) => ({ path: subjectPath(list, code) }));
  if (kind === 'departments')
    return (await getListedDepartments(db, page)).map((department) => ({ path: `/departments/${department}` }));
  const accounts = await getListedAccounts(db, page);
  return accounts.map(({ account, loadedAt }) => ({ path: accountPath(account), moment: loadedAt }));
}

async function index(store: Store, origin: string): Promise<string> {
  const [parts, changed] = await Promise.all([partsOf(store), getChangeMoment(store.db)]);
  return xml(html`<sitemapindex xmlns="${NAMESPACE}">
${parts.map((part) => html`<sitemap><loc>${origin}/sitemaps/${part}.xml</loc>${moment(changed)}</sitemap>\n`)}</sitemapindex>
`);
}

async function partMarkup(store: Store, part: string, origin: string): Promise<string> {
  if (!(await partsOf(store)).includes(part))
    throw new Problem(404, 'unknown_part', '没有这一部分', `网站地图没有${quoted(part)}这一部分。`);
  const addresses = await addressesOf(store, part);
  return xml(html`<urlset xmlns="${NAMESPACE}">
${addresses.map((one) => html`<url><loc>${origin}${one.path}</loc>${moment(one.moment)}</url>\n`)}</urlset>
`);
}

const kept = new Kept<Answer>(24);

/** Answers `/sitemap.xml`, or with a part `/sitemaps/PART.xml`. */
export async function serveSitemap(request: Request, file?: string): Promise<Response> {
  try {
    const [store, origin] = [await openStore(), originOf(request)];
    const part = file === undefined ? undefined : (/^([a-z]+(?:-\d{1,4})?)\.xml$/.exec(file)?.[1] ?? file.slice(0, 60));
    const answer = await kept.ask(`${store.db.path} ${store.version} ${origin} ${part ?? ''}`, async () =>
      makeAnswer({
        type: 'application/xml; charset=utf-8',
        body: part === undefined ? await index(store, origin) : await partMarkup(store, part, origin),
        version: store.version,
      }),
    );
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}

/** Frames, drawings and answers to programs are no pages; made-up accounts are not to be found at all. */
const robots = (origin: string): string =>
  servesSample()
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *
Disallow: /charts/
Disallow: /api/v1/
Disallow: /healthz
Disallow: /readyz

Sitemap: ${origin}/sitemap.xml
`;

export async function serveRobots(request: Request): Promise<Response> {
  const answer = makeAnswer({ type: 'text/plain; charset=utf-8', body: robots(originOf(request)), version: 0 });
  return send(request, answer);
}
