import { parentOf } from '../../lib/classification';
import type { PivotDimension } from '../../lib/pivot';
import type { Db } from '../open';
import type { CubeQuery } from './cube';
import type { CubeGroup } from './cubeGroups';
import { allMoves, presentCodes } from './subjectChanges';

/** Codes with the former ones whose amounts are counted at or below them today: what must be read to count under present codes. */
export function withFormerCodes(db: Db, codes: readonly string[]): string[] {
  const wanted = new Set(presentOnes(db, codes));
  const moves = allMoves(db);
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size;
    for (const { from, to } of moves) if ([...wanted].some((code) => to.startsWith(code))) wanted.add(from);
  }
  return [...wanted];
}

/** The codes asked for, and those that former ones among them have become. */
function presentOnes(db: Db, codes: readonly string[]): string[] {
  const presentCode = presentCodes(db);
  return [...new Set(codes.flatMap((code) => [code, presentCode(code, 0)]))];
}

/** Of a 项 whose 款 moved as a whole only the 款 is known. */
function presentOf(presentCode: (code: string, year: number) => string, code: string, year: number): string {
  const own = presentCode(code, year);
  if (own !== code) return own;
  const item = parentOf(code);
  if (item === null) return code;
  const present = presentCode(item, year);
  return present === item ? code : present;
}

function add(sum: CubeGroup, { accounts, disputed, half, amounts }: CubeGroup): void {
  sum.accounts = Math.max(sum.accounts, accounts);
  sum.disputed += disputed;
  sum.half += half;
  sum.line = null;
  for (const [column, fen] of Object.entries(amounts)) sum.amounts[column] = (sum.amounts[column] ?? 0) + fen;
}

/** Groups under the members that the query asks for; `codeOf` says under which code a group of one 项 is counted, if at all. */
function counted(
  groups: readonly CubeGroup[],
  { dimensions }: CubeQuery,
  codeOf: (code: string, year: number) => string | undefined,
): CubeGroup[] {
  const merged = new Map<string, CubeGroup>();
  for (const group of groups) {
    const code = codeOf(group.keys.subitem ?? '', Number(group.keys.year));
    if (code === undefined) continue;
    const keys = { ...group.keys, subitem: code, item: code.slice(0, 5), class: code.slice(0, 3) };
    const kept = Object.fromEntries(dimensions.map((dimension: PivotDimension) => [dimension, keys[dimension] ?? '']));
    const id = dimensions.map((dimension) => kept[dimension]).join('|');
    const known = merged.get(id);
    if (!known) merged.set(id, { ...group, keys: kept, amounts: { ...group.amounts } });
    else add(known, group);
  }
  return [...merged.values()];
}

export interface MovedGroups {
  /** under present codes; cells of former codes run together with those that stand there */
  groups: CubeGroup[];
  /** the same amounts under the codes that were printed */
  printed: CubeGroup[];
  /** `2089901→2089999`, of what was counted elsewhere */
  moved: string[];
}

/** Counts groups of single 项 and years under present codes, and under the printed ones to compare with. */
export function likeForLike(db: Db, groups: readonly CubeGroup[], query: CubeQuery): MovedGroups {
  const { codes = [] } = query;
  const presentCode = presentCodes(db);
  const asked = presentOnes(db, codes);
  const isAsked = (code: string, among: readonly string[]): boolean =>
    codes.length === 0 || among.some((one) => code.startsWith(one));
  const moved = new Set<string>();
  const present = counted(groups, query, (code, year) => {
    const now = presentOf(presentCode, code, year);
    if (!isAsked(now, asked) && !codes.includes(code)) return undefined;
    if (now !== code) moved.add(`${code}→${now}`);
    return now;
  });
  const printed = counted(groups, query, (code) => (isAsked(code, codes) ? code : undefined));
  return { groups: present, printed, moved: [...moved] };
}
