import type { Account } from '../facts';
import { measure } from '../measured';
import { MEASURE_IDS, measureOf } from '../measures';
import { statementOf } from '../occurrences';
import { spendingBasis, spendingOn, spendingSubjects } from '../spending';
import { STATEMENT_IDS, STATEMENTS, type StatementId } from '../statements';
import { listed } from './compose';
import { type AccountName, namesOf } from './naming';

/** One thing that limits a comparison, in one Chinese sentence. */
export interface Limit {
  kind: 'years' | 'statements' | 'subjects' | 'running' | 'disputed' | 'basis' | 'units';
  text: string;
  /** accounts it is about; empty for all */
  accounts: string[];
}

/** What is being compared, and what limits the comparison. */
export interface Comparison {
  /** e.g. 米脂县工业商贸局 2023 年度 与 榆林市横山区工业商贸局 2021 年度 部门决算 */
  title: string;
  accounts: { id: string; name: string; short: string; year: number; region: string | null }[];
  limits: Limit[];
}

function yearLimit(accounts: readonly Account[]): Limit[] {
  const years = [...new Set(accounts.map((account) => account.fiscalYear))].sort((one, other) => one - other);
  if (years.length < 2) return [];
  const text = `年度不同（${years.join('、')}），金额未作价格和政策调整，增减各比各的上年。`;
  return [{ kind: 'years', text, accounts: [] }];
}

const WHY: Readonly<Record<'empty' | 'absent', string>> = { empty: '为空表', absent: '文件中没有' };

/** A statement that one side has filled and another has not. */
function statementLimits(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  return STATEMENT_IDS.flatMap((id): Limit[] => {
    const states = accounts.map((account) => stateOf(account, id));
    if (states.every((state) => state === 'filled') || !states.includes('filled')) return [];
    const lacking = accounts.flatMap((account, at) => {
      const state = states[at];
      if (state === undefined || state === 'filled') return [];
      return [`${names[at]?.full ?? ''} 年${WHY[state]}${reasonOf(account, id)}`];
    });
    const ids = accounts.flatMap((account, at) => (states[at] === 'filled' ? [] : [account.id]));
    return [{ kind: 'statements', text: `${STATEMENTS[id].title}：${listed(lacking)}。`, accounts: ids }];
  });
}

const stateOf = (account: Account, id: StatementId): 'filled' | 'empty' | 'absent' =>
  statementOf(account, id)?.state ?? 'absent';

function reasonOf(account: Account, id: StatementId): string {
  const statement = statementOf(account, id);
  if (statement?.reason) return `（${statement.reason}）`;
  return statement?.listedEmpty === false ? '（目录列为非空表）' : '';
}

const codesOf = (account: Account, length: number): Set<string> =>
  new Set(spendingSubjects(account).flatMap(({ code }) => (code.length === length ? [code] : [])));

function common(sets: readonly Set<string>[]): string[] {
  const [first = new Set<string>(), ...rest] = sets;
  return [...first].filter((code) => rest.every((set) => set.has(code)));
}

/** Subject codes in common and not, by 类 and by 项. */
function subjectLimit(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  const classes = accounts.map((account) => codesOf(account, 3));
  const items = accounts.map((account) => codesOf(account, 7));
  if (classes.some((set) => set.size === 0)) return [];
  const all = new Set(classes.flatMap((set) => [...set]));
  const shared = common(classes);
  if (shared.length === all.size && common(items).length === new Set(items.flatMap((set) => [...set])).size) return [];
  const only = classes.flatMap((set, at) => {
    const own = [...set].filter((code) => classes.every((other, place) => place === at || !other.has(code)));
    return own.length > 0 ? [`只有${names[at]?.short ?? ''} 有的类：${own.join('、')}`] : [];
  });
  const both = shared.length > 0 ? `共同的类 ${shared.length} 个（${shared.join('、')}）` : '没有共同的类';
  const text = `功能分类科目：${[both, `共同的项 ${common(items).length} 个`, ...only].join('；')}。`;
  return [{ kind: 'subjects', text, accounts: [] }];
}

/** 行政运行 is the first 项 of a 款 by the classification's own numbering: xxxxx01. */
const RUNNING = /^行政运行/;

function runningOf(account: Account): string | undefined {
  const found = spendingSubjects(account).filter(({ code, name }) => /^\d{5}01$/.test(code) && RUNNING.test(name));
  const [largest] = found.sort((one, other) => weightOf(account, other.code) - weightOf(account, one.code));
  return largest?.code;
}

/** for ordering only */
const weightOf = (account: Account, code: string): number => spendingOn(account, code).interval?.high.toNumber() ?? 0;

/** Bodies of one kind book their running under different 类; their 类 cannot be compared one to one then. */
function runningLimit(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  const codes = accounts.map(runningOf);
  const classes = new Set(codes.flatMap((code) => code?.slice(0, 3) ?? []));
  if (classes.size < 2) return [];
  const parts = accounts.flatMap((account, at) => {
    const code = codes[at];
    if (code === undefined) return [];
    const subjects = spendingSubjects(account);
    const nameOf = (wanted: string): string => subjects.find((subject) => subject.code === wanted)?.name ?? '';
    const head = code.slice(0, 3);
    return [`${names[at]?.short ?? ''} 列在 ${head} ${nameOf(head)}（${code} ${nameOf(code)}）`];
  });
  const text = `行政运行列在不同的类：${parts.join('，')}，按类比较时口径不同。`;
  return [{ kind: 'running', text, accounts: accounts.flatMap((account, at) => (codes[at] ? [account.id] : [])) }];
}

/** Measures whose printed places contradict each other. */
function disputedLimits(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  return accounts.flatMap((account, at): Limit[] => {
    const adopted = MEASURE_IDS.filter((id) => measure(account, id).status === 'adopted').map(
      (id) => measureOf(id).label,
    );
    if (adopted.length === 0) return [];
    const text = `${names[at]?.full ?? ''} 年：${listed(adopted)}在文件中印数不一，采用有勾稽关系支持的数，全部印数见出处。`;
    return [{ kind: 'disputed', text, accounts: [account.id] }];
  });
}

function basisLimits(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  return accounts.flatMap((account, at): Limit[] => {
    const { limit } = spendingBasis(account);
    return limit ? [{ kind: 'basis', text: `${names[at]?.full ?? ''}：${limit}。`, accounts: [account.id] }] : [];
  });
}

/** Statements in other units are converted; their last digits weigh differently. */
function unitLimit(accounts: readonly Account[], names: readonly AccountName[]): Limit[] {
  const units = accounts.map((account) => account.statements.find((statement) => statement.state === 'filled')?.unit);
  if (new Set(units.filter(Boolean)).size < 2) return [];
  const parts = names.flatMap((name, at) => (units[at] ? [`${name.short} 以${units[at]}`] : []));
  return [{ kind: 'units', text: `公布的金额单位不同：${parts.join('，')}，已换算，末位精度不同。`, accounts: [] }];
}

export function compare(accounts: readonly Account[]): Comparison {
  const names = namesOf(accounts);
  return {
    title: `${listed(accounts.map(({ department, fiscalYear }) => `${department} ${fiscalYear} 年度`))}部门决算${accounts.length > 1 ? '比较' : ''}`,
    accounts: accounts.map(({ id, department, fiscalYear, region }, at) => ({
      id,
      name: department,
      short: names[at]?.short ?? department,
      year: fiscalYear,
      region: region?.name ?? null,
    })),
    limits: [
      ...yearLimit(accounts),
      ...statementLimits(accounts, names),
      ...subjectLimit(accounts, names),
      ...runningLimit(accounts, names),
      ...disputedLimits(accounts, names),
      ...basisLimits(accounts, names),
      ...unitLimit(accounts, names),
    ],
  };
}
