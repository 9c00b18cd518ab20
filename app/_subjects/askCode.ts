import 'server-only';
import { getSpenders } from '../../db/queries/spenders';
import { getSubject, type SubjectDetail } from '../../db/queries/subject';
import { getSubjectTree, type SubjectYear } from '../../db/queries/subjectTree';
import { getSubjectTrends } from '../../db/queries/trends';
import { parentOf } from '../../lib/classification';
import { isDoubtful, spanOf } from '../../lib/panels/codeAmounts';
import type { CodeYear } from '../../lib/panels/codeCharts';
import type { SubjectList, SubjectSelection } from '../../lib/subjectSelection';
import type { Store } from '../_store/store';
import { askPeople } from './askPeople';
import { scopeQuery } from './askTree';

/** Rows of a page of spenders. */
export const SPENDERS = 50;

/** A year of a code as charts take it; a year that nobody prints is a gap. */
export function codeYears(
  years: readonly SubjectYear[],
  { span, published }: { span: readonly number[]; published: readonly { year: number }[] },
): CodeYear[] {
  return span.map((year) => {
    const own = years.find((one) => one.year === year);
    return {
      year,
      amount: own?.amount ?? null,
      first: own?.basic ?? own?.personnel ?? null,
      second: own?.project ?? own?.operating ?? null,
      disputed: own !== undefined && isDoubtful(own),
      stored: published.some((one) => one.year === year),
    };
  });
}

const moneyQuery = ({ fund, nature }: SubjectSelection) => ({
  ...(fund === undefined ? {} : { fund }),
  ...(nature === undefined ? {} : { nature }),
});

/** More rows than this are taken along a year at a time. */
export const MOST_TAKEN = 10_000;

/** Everybody who spends on a code, in the chosen year or in all, for taking along. */
export const askAllSpenders = ({ db }: Store, list: SubjectList, code: string, selection: SubjectSelection) => {
  const { departments, region, year } = selection;
  return getSpenders(db, {
    list,
    code,
    ...(departments.length > 0 ? { departments } : { region }),
    ...moneyQuery(selection),
    order: selection.order,
    year: year ?? 'all',
    limit: MOST_TAKEN,
  });
};

/** Who spends on a code in the chosen year, each with the amounts of all years. */
async function askSpenders({ db }: Store, list: SubjectList, code: string, selection: SubjectSelection) {
  const scope = scopeQuery(selection);
  const { departments, region, year, page } = selection;
  const spenders = await getSpenders(db, {
    list,
    code,
    ...(departments.length > 0 ? { departments } : { region }),
    ...moneyQuery(selection),
    order: selection.order,
    year: year ?? selection.to,
    limit: SPENDERS,
    offset: (page - 1) * SPENDERS,
  });
  const trends = await getSubjectTrends(db, {
    ...scope,
    list,
    code,
    departments: spenders.rows.map(({ department }) => department),
  });
  return { ...spenders, trends: new Map(trends.map((trend) => [trend.department, trend])) };
}

/** All that the page of a code shows; undefined for a code that neither the lists nor any account has. */
export async function askCode(store: Store, list: SubjectList, code: string, selection: SubjectSelection) {
  const { db } = store;
  const scope = scopeQuery(selection);
  const { from = 0, to = 9999 } = selection;
  const ask = async (one: string, likeForLike = selection.like): Promise<SubjectDetail | undefined> => {
    const subject = await getSubject(db, { ...scope, likeForLike, list, code: one });
    return subject && { ...subject, years: subject.years.filter(({ year }) => year >= from && year <= to) };
  };
  const subject = await ask(code);
  if (!subject) return undefined;
  const parent = parentOf(code);
  const [below, beside, above, spenders, compared, people, printed] = await Promise.all([
    getSubjectTree(db, { ...scope, list, parent: code, depth: 1 }),
    getSubjectTree(db, { ...scope, list, parent: parent ?? undefined, depth: 1 }),
    Promise.all(subject.path.map(({ code: one }) => ask(one))),
    askSpenders(store, list, code, selection),
    Promise.all(selection.codes.filter((one) => one !== code).map((one) => ask(one))),
    askPeople(store, selection),
    selection.like && list === 'functional' ? ask(code, false) : subject,
  ]);
  const totals = beside.years.flatMap(({ year, total }) => (total ? [{ year, amount: total }] : []));
  const wholes = above.at(-1)?.years ?? totals;
  return {
    subject,
    above: above.filter((one) => one !== undefined),
    children: below.nodes,
    siblings: beside.nodes,
    spenders,
    compared: compared.filter((one) => one !== undefined),
    unknown: selection.codes.filter((one, at) => one !== code && compared[at] === undefined),
    published: beside.years,
    span: spanOf(beside.years.map(({ year }) => year)),
    wholes: new Map(wholes.map(({ year, amount }) => [year, amount])),
    totals: new Map(totals.map(({ year, amount }) => [year, amount])),
    people,
    /** the code's own amounts, where the switch may have changed them */
    printed: printed?.years ?? [],
  };
}

export type AskedCode = NonNullable<Awaited<ReturnType<typeof askCode>>>;
