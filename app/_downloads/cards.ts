import 'server-only';
import { getYears } from '../../db/queries/figures';
import { getListedCounts } from '../../db/queries/publications';
import { SEVERITIES, SEVERITY_WORDS } from '../../lib/findings';
import { codeYearsChart } from '../../lib/panels/codeCharts';
import { findingsPath, parseFindingSelection } from '../../lib/selection';
import { parseSubjectCode, parseSubjectList, parseSubjectSelection, subjectPath } from '../../lib/subjectSelection';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';
import { rasterise } from '../_embed/png';
import { askFindings } from '../_findings/askFindings';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { askCode, codeYears } from '../_subjects/askCode';
import { LEVEL_WORDS, LISTS } from '../_subjects/words';
import { type Card, drawCard } from './cardPicture';

type Query = Readonly<Record<string, string>>;

/** A card that can be asked for: where it is kept, and what it says. */
interface Asked {
  key: string;
  card(): Promise<Card>;
}

const counted = (number: number): string => number.toLocaleString('en');

export const yearsWords = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? '' : first === last ? `${first} 年度` : `${first} 至 ${last} 年度`;
};

async function home({ db }: Store): Promise<Card> {
  const [{ accounts, departments }, years] = await Promise.all([getListedCounts(db), getYears(db)]);
  return {
    title: '部门的钱从哪里来，花到哪里去',
    text: `${yearsWords(years)}。各部门公开的决算，逐字保存、逐数核对，每个数字都能回到原文的那一行。`,
    figures: [
      { value: counted(accounts), label: '份部门决算' },
      { value: counted(departments), label: '个部门' },
      { value: String(years.length), label: '个年度' },
    ],
  };
}

async function findings(store: Store, query: Query): Promise<Card> {
  const { counts } = await askFindings(store, { ...parseFindingSelection(query), page: 1 });
  return {
    title: '核对发现',
    text: `${counted(counts.accounts)} 份决算按公布的勾稽关系核对到末位；四舍五入能解释的差额不算矛盾。`,
    figures: SEVERITIES.map((severity) => ({
      value: counted(counts.severities[severity] ?? 0),
      label: `处${SEVERITY_WORDS[severity]}`,
    })),
  };
}

const unknownCode = (): Problem => new Problem(404, 'unknown_subject', '没有这个科目', '没有这个科目。');

function subject(store: Store, query: Query): Asked {
  const list = parseSubjectList(query.list ?? '');
  const code = list && parseSubjectCode(list, query.code ?? '');
  if (!list || !code) throw unknownCode();
  const selection = parseSubjectSelection(query);
  return {
    key: subjectPath(list, code, selection),
    card: async () => {
      const asked = await askCode(store, list, code, selection);
      if (!asked) throw unknownCode();
      const { name, level } = asked.subject;
      const chart = codeYearsChart(code, LISTS[list], codeYears(asked.subject.years, asked), name);
      const drawing = {
        svg: renderSvg(chart.option, CHART_WIDTH.wide, chart.height, 'card'),
        width: CHART_WIDTH.wide,
        height: chart.height,
      };
      return {
        title: `${code} ${name}`,
        text: `${LISTS[list].title}，${LEVEL_WORDS[level]}级科目。${LISTS[list].scope}，万元。`,
        ...(asked.subject.years.length > 0 ? { drawing } : {}),
      };
    },
  };
}

function askedFor(store: Store, name: string, query: Query): Asked {
  if (name === 'home') return { key: 'home', card: () => home(store) };
  if (name === 'findings')
    return { key: findingsPath({ ...parseFindingSelection(query), page: 1 }), card: () => findings(store, query) };
  if (name === 'subject') return subject(store, query);
  throw new Problem(404, 'unknown_card', '没有这张图', `没有名为${quoted(name)}的图。`);
}

const kept = new Kept<Answer>(48);
const MOST_QUERY = 1_000;

/** Answers `/cards/NAME.png`: the picture that stands for a page where it is shared. */
export async function serveCard(request: Request, file: string): Promise<Response> {
  try {
    const { search, searchParams } = new URL(request.url);
    if (search.length > MOST_QUERY) throw new Problem(414, 'long_query', '地址过长', '地址的参数部分过长。');
    const store = await openStore();
    const { key, card } = askedFor(store, file.replace(/\.png$/, ''), Object.fromEntries(searchParams));
    const answer = await kept.ask(`${store.db.path} ${store.version} ${key}`, async () =>
      makeAnswer({ type: 'image/png', body: await rasterise(drawCard(await card())), version: store.version }),
    );
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
