import { getBridge } from '../../db/queries/bridges.ts';
import { getCoverage } from '../../db/queries/coverage.ts';
import { getCube } from '../../db/queries/cube.ts';
import { getDepartmentEntries } from '../../db/queries/departments.ts';
import { getDisputes } from '../../db/queries/disputes.ts';
import { getDistribution } from '../../db/queries/distributions.ts';
import { getYears } from '../../db/queries/figures.ts';
import { getFindingCounts, getFindingTotals } from '../../db/queries/findingCounts.ts';
import { getFindingList } from '../../db/queries/findingList.ts';
import { getMovements } from '../../db/queries/movements.ts';
import { getNeighbours } from '../../db/queries/neighbours.ts';
import { getRanking } from '../../db/queries/rankings.ts';
import { getRegions } from '../../db/queries/regions.ts';
import { getScatter } from '../../db/queries/scatters.ts';
import { search } from '../../db/queries/search.ts';
import { getSpenders } from '../../db/queries/spenders.ts';
import { getSubject } from '../../db/queries/subject.ts';
import { getSubjectTree } from '../../db/queries/subjectTree.ts';
import { getTotals } from '../../db/queries/totals.ts';
import { getSubjectTrends, getTrends } from '../../db/queries/trends.ts';

/** What the questions are about, taken from the store itself so that every store can be asked. */
export async function subjectOfQuestions(db) {
  const year = (await getYears(db)).at(-1);
  const { rows } = await getDepartmentEntries(db, { limit: 8 });
  const [first] = rows;
  const spent = await getSubjectTree(db, { list: 'functional', depth: 3 });
  const code =
    spent.nodes.find((node) => node.code === '2080505')?.code ?? spent.nodes.find((node) => node.level === 3)?.code;
  return {
    year,
    code,
    departments: rows.map(({ department }) => department),
    department: first.department,
    kind: first.kind,
    region: first.region?.code,
    account: `${first.department}-${first.lastYear}`,
  };
}

const functional = (more) => ({ list: 'functional', ...more });

/** The questions of the pages: a name, and the query of a store. */
export const QUERIES = [
  ['coverage, 50 departments', (db) => getCoverage(db)],
  ['coverage of a kind', (db, { kind }) => getCoverage(db, { kind })],
  ['totals by year', (db) => getTotals(db, { figure: 'year_expenditure' })],
  ['largest movements', (db, { year }) => getMovements(db, { figure: 'year_expenditure', year })],
  ['figures in dispute', (db) => getDisputes(db)],
  ['trend of 8 departments', (db, { departments }) => getTrends(db, { figure: 'year_expenditure', departments })],
  ['trend of a code', (db, { departments, code }) => getSubjectTrends(db, functional({ code, departments }))],
  ['ranking among all', (db, { year }) => getRanking(db, { figure: 'year_expenditure', year })],
  ['ranking of a kind', (db, { year, kind }) => getRanking(db, { figure: 'year_expenditure', year, kind })],
  ['distribution of a kind', (db, { year, kind }) => getDistribution(db, { figure: 'year_expenditure', year, kind })],
  [
    'scatter of a kind',
    (db, { year, kind }) => getScatter(db, { x: 'year_expenditure', y: 'basic_share', year, kind }),
  ],
  [
    'bridge by 项',
    (db, { department, year }) => getBridge(db, { department, fromYear: year - 1, toYear: year, level: 3 }),
  ],
  ['tree of 类', (db) => getSubjectTree(db, functional({}))],
  ['tree of 类, like for like', (db) => getSubjectTree(db, functional({ likeForLike: true }))],
  ['tree of a region', (db, { region }) => getSubjectTree(db, functional({ region }))],
  ['tree of 8 departments', (db, { departments }) => getSubjectTree(db, functional({ departments, depth: 3 }))],
  ['a code', (db, { code }) => getSubject(db, functional({ code }))],
  ['50 who spend on a code', (db, { code }) => getSpenders(db, functional({ code }))],
  ['pivot year × 类 × nature', (db) => getCube(db, functional({ dimensions: ['year', 'class', 'nature'] }))],
  ['pivot kind × year × 类', (db) => getCube(db, functional({ dimensions: ['kind', 'year', 'class'] }))],
  [
    'pivot of 8 departments',
    (db, { departments }) => getCube(db, functional({ departments, dimensions: ['department', 'year', 'class'] })),
  ],
  ['search by initials', (db) => search(db, 'jgyxjf')],
  ['search by part of a name', (db) => search(db, '养老保险')],
  ['search by one letter', (db) => search(db, 's')],
  [
    'who spends on a code, by department',
    (db, { code }) => getSpenders(db, functional({ code, order: 'department', fund: 'general', nature: 'basic' })),
  ],
  ['30 findings', (db) => getFindingList(db, { limit: 30 })],
  ['30 findings of a region and year', (db, { region, year }) => getFindingList(db, { limit: 30, region, year })],
  ['findings with a word', (db) => getFindingList(db, { limit: 30, text: '合计' })],
  ['counts of findings', (db) => getFindingCounts(db)],
  ['counts of findings of a department', (db, { department }) => getFindingCounts(db, { department })],
  ['totals of findings', (db) => getFindingTotals(db)],
  ['regions', (db) => getRegions(db)],
  ['neighbours', (db, { account }) => getNeighbours(db, account)],
];
