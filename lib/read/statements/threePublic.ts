import type { ColumnId, LineKey } from '../../statements';
import { yearIn } from '../fiscalYear';
import { threePublicColumn } from './columns';
import { type Entries, type Entry, type EntryAmount, hasAmount } from './entries';
import { bareLabel, codedLine } from './labels';
import type { Column, Layout } from './layout';
import { fold } from './lines';
import type { DraftLine } from './reading';

type Phase = 'budget' | 'initial_budget' | 'final';

const PHASES: readonly (readonly [Phase, RegExp])[] = [
  ['initial_budget', /^(?:\d{4}年度?)?年初预算(?:数)?$/],
  ['budget', /预算(?:数|统计数|金额)?$/],
  ['final', /决算(?:数|统计数|金额)?$|^本年(?:支出)?$|支出数$/],
];

/** 预算数 or 决算数, from a head or a row's label; never from a fund's name (一般公共预算). */
function phaseIn(text: string): Phase | null {
  const bare = fold(text)
    .replace(/\(.*?\)/g, '')
    .replace(/公共预算|基金预算|经营预算|公共财政预算/g, '');
  return PHASES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

interface ColumnPhase {
  phase: Phase;
  name: string;
}

/**
 * Forms whose heads do not say it over each column: the same measures twice running are 预算数 and 决算数, the same
 * measure twice side by side too.
 */
function impliedPhases(columns: readonly Column[]): (ColumnPhase | undefined)[] {
  const amounts = columns.filter((column) => column.role === 'amount');
  const measures = amounts.map((column) => column.column);
  const half = measures.length / 2;
  const budget: ColumnPhase = { phase: 'budget', name: '预算数' };
  const final: ColumnPhase = { phase: 'final', name: '决算数' };
  const isTwice = half >= 3 && Number.isInteger(half) && measures.every((one) => one !== undefined);
  const inHalves = isTwice && measures.slice(0, half).every((one, at) => one === measures[at + half]);
  const inPairs = isTwice && measures.every((one, at) => one === measures[at - (at % 2)]);
  if (!inHalves && !inPairs) return columns.map(columnPhase);
  return columns.map((column) => {
    const at = amounts.indexOf(column);
    if (at < 0) return undefined;
    return (inHalves ? at < half : at % 2 === 0) ? budget : final;
  });
}

const columnPhase = (column: Column): ColumnPhase | undefined => {
  for (const text of [...column.path].reverse()) {
    const phase = phaseIn(text);
    if (phase) return { phase, name: text };
  }
  return undefined;
};

/**
 * The “三公” form in all its turns: 预算数 and 决算数 as rows, as groups of columns, alternating under each measure, or with
 * the measures as rows. Row and column together say which measure of which phase a cell prints.
 */
export function threePublicLines(layout: Layout, entries: Entries): DraftLine[] {
  const drafts = new Map<string, DraftLine>();
  const rows = entries.blocks.flat();
  const headed = impliedPhases(layout.columns);
  const phases = new Set(headed.filter((_, at) => !layout.columns[at]?.isOther).map((one) => one?.phase));
  const others: EntryAmount[] = [];
  const isTransposed = rows.some((entry) => !phaseIn(entry.name) && !['total', undefined].includes(measureOf(entry)));
  for (const entry of rows) {
    const rowPhase = phaseIn(entry.name);
    const rowMeasure = rowPhase ? undefined : measureOf(entry);
    for (const amount of entry.amounts) {
      const column = layout.columns[amount.at];
      const own = headed[amount.at];
      const measure: ColumnId | undefined = column?.column ?? rowMeasure;
      if (column?.isOther || measure === undefined || (column && isCount(entry, column))) {
        others.push({ ...amount, column: undefined });
        continue;
      }
      const phase = rowPhase ?? own?.phase ?? (phases.size > 1 ? null : 'final');
      const name = rowPhase ? entry.name : (own?.name ?? '决算数');
      const isUnit = !isTransposed && !rowPhase && !rowMeasure && entry.name !== '' && codedLine(entry.name) === null;
      const key = isUnit ? `${entry.name} ${name}` : name;
      const draft =
        drafts.get(key) ?? lineOf(entry, isUnit ? entry.name : name, isUnit ? null : lineKey(phase, phases));
      drafts.set(key, draft);
      draft.amounts.push({ ...amount, column: measure });
    }
  }
  const rest = others.length > 0 && rows[0] ? [{ ...lineOf(rows[0], '', null), amounts: others }] : [];
  return [...oneYear([...drafts.values()]), ...rest];
}

/** Of rows that print the same phase of several years only the latest year's is the account's. */
function oneYear(drafts: DraftLine[]): DraftLine[] {
  const yearOf = (draft: DraftLine): number => yearIn(`${draft.name}年`)?.year ?? 0;
  const latest = new Map<string | null, number>();
  for (const draft of drafts) latest.set(draft.line, Math.max(latest.get(draft.line) ?? 0, yearOf(draft)));
  return drafts.map((draft) => {
    const year = yearOf(draft);
    return year > 0 && year < (latest.get(draft.line) ?? 0) ? { ...draft, line: null } : draft;
  });
}

const measureOf = (entry: Entry): ColumnId | undefined =>
  threePublicColumn([bareLabel(entry.name).replace(/^其中:?/, '')]);

const lineKey = (phase: Phase | null, phases: ReadonlySet<Phase | undefined>): LineKey | null =>
  phase === 'initial_budget' && !phases.has('budget') ? 'budget' : phase;

const isCount = (entry: Entry, column: Column): boolean =>
  hasAmount(entry) &&
  /[(（](?:辆|个|人|批|次|人次|台|台套)[)）]|保有量|批次|人次|团组/.test(`${entry.name}${column.path.join('')}`);

const lineOf = (entry: Entry, name: string, line: LineKey | null): DraftLine => ({
  side: null,
  code: null,
  name,
  line,
  amounts: [],
  label: entry.label ?? { text: '', place: { ...entry.row.place, cell: null } },
});
