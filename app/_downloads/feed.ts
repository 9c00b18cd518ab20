import 'server-only';
import { z } from 'zod';
import { getPublications, type Publication } from '../../db/queries/publications';
import { getChangeMoment } from '../../db/queries/version';
import { SEVERITIES, SEVERITY_WORDS } from '../../lib/findings';
import { accountFindingsPath, accountPath } from '../../lib/selection';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { type Html, html } from '../_answers/html';
import { servedLicence } from '../_answers/licence';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { SAMPLE, servesSample } from '../_answers/sample';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { documentPath } from './addresses';

const MOST = 60;

const FILTERS = {
  region: z.string().regex(/^\d{6}$/),
  department: z
    .string()
    .max(150)
    .regex(/^\d{6}(?:-[a-z0-9]+)+$/),
};
type Filter = { [key in keyof typeof FILTERS]?: string };

function filterOf(query: URLSearchParams): Filter {
  return Object.fromEntries(
    Object.entries(FILTERS).flatMap(([key, field]) => {
      const value = query.get(key);
      if (value === null || value === '') return [];
      if (field.safeParse(value).success) return [[key, value]];
      const detail = `参数“${key}”不能是${quoted(value)}：应为${key === 'region' ? '六位行政区划代码' : '部门编号'}。`;
      throw new Problem(400, 'bad_parameter', '参数有误', detail, { parameter: key });
    }),
  );
}

const pathOf = (filter: Filter): string => {
  const query = new URLSearchParams(filter).toString();
  return `/feed.xml${query === '' ? '' : `?${query}`}`;
};

/** A name that stays, wherever the page moves below this host (RFC 4151). */
const tagOf = (origin: string, path: string): string => `tag:${new URL(origin).hostname},2026:${path}`;

interface Entry {
  tag: string;
  title: string;
  moment: string;
  path: string;
  text: string;
  kind: { term: string; label: string };
}

const nameOf = ({ name, fiscalYear }: Publication): string => `${name} ${fiscalYear} 年度部门决算`;

const findingWords = ({ findings }: Publication): string =>
  SEVERITIES.filter((severity) => findings[severity] > 0)
    .map((severity) => `${findings[severity]} 处${SEVERITY_WORDS[severity]}`)
    .join('、');

function documentEntry(publication: Publication): Entry {
  const { account, revision, current, loadedAt, region, file } = publication;
  const isFirst = revision === 1;
  const words = findingWords(publication);
  return {
    tag: `account/${account}/revision/${revision}`,
    title: `${isFirst ? '新增' : `更正（第 ${revision} 版）`}：${nameOf(publication)}`,
    moment: loadedAt,
    path: current ? accountPath(account) : documentPath(account, revision),
    text: `${region?.name ?? '地区不明'}。文件：${file}。核对：${words === '' ? '没有发现' : words}。`,
    kind: isFirst ? { term: 'added', label: '新增' } : { term: 'revised', label: '更正' },
  };
}

function findingEntry(publication: Publication): Entry[] {
  const { account, revision, current, loadedAt, findings } = publication;
  if (!current || findings.error + findings.warning === 0) return [];
  return [
    {
      tag: `account/${account}/revision/${revision}/findings`,
      title: `核对发现：${nameOf(publication)}，${findingWords(publication)}`,
      moment: loadedAt,
      path: accountFindingsPath(account),
      text: `按公布的勾稽关系逐项核对，${findingWords(publication)}。算式、可能的数和原文都在页面上。`,
      kind: { term: 'findings', label: '核对发现' },
    },
  ];
}

const entryMarkup = (origin: string, { tag, title, moment, path, text, kind }: Entry): Html => html`<entry>
<id>${tagOf(origin, tag)}</id>
<title>${title}</title>
<updated>${moment}</updated>
<published>${moment}</published>
<link rel="alternate" type="text/html" href="${origin}${path}"/>
<category term="${kind.term}" label="${kind.label}"/>
<summary>${text}</summary>
</entry>
`;

async function build({ db, version }: Store, filter: Filter, origin: string): Promise<Answer> {
  const publications = await getPublications(db, { ...filter, limit: MOST });
  const entries = publications.flatMap((one) => [documentEntry(one), ...findingEntry(one)]);
  const updated = publications[0]?.loadedAt ?? (await getChangeMoment(db));
  const path = pathOf(filter);
  const where = publications[0] && (filter.region ? publications[0].region?.name : publications[0].name);
  const of = Object.keys(filter).length > 0 ? `：${where ?? '没有决算'}` : '';
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${tagOf(origin, path.slice(1))}</id>
<title>${servesSample() ? `${SAMPLE} ` : ''}决算通览${of}</title>
<subtitle>新增、更正的部门决算与核对发现</subtitle>
<updated>${updated}</updated>
<author><name>决算通览</name><uri>${origin}/</uri></author>
<rights>${servedLicence().text}</rights>
<generator>juesuan</generator>
<link rel="self" type="application/atom+xml" href="${origin}${path}"/>
<link rel="alternate" type="text/html" href="${origin}/"/>
${entries.map((entry) => entryMarkup(origin, entry))}</feed>
`;
  return makeAnswer({
    type: 'application/atom+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}`,
    version,
    headers: { 'Access-Control-Allow-Origin': '*' },
  });
}

const kept = new Kept<Answer>(64);

/** Answers `/feed.xml`: accounts added and revised, and what the checks found, newest first. */
export async function serveFeed(request: Request): Promise<Response> {
  try {
    const store = await openStore();
    const [filter, origin] = [filterOf(new URL(request.url).searchParams), originOf(request)];
    const key = `${store.db.path} ${store.version} ${origin} ${pathOf(filter)}`;
    return send(request, await kept.ask(key, () => build(store, filter, origin)));
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
