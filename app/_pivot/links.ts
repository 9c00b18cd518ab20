import { type PivotMember, type PivotSelection, partsPath } from '../../lib/pivot';
import { FUND_CHOICES, NATURE_CHOICES, type SubjectSelection, subjectPath } from '../../lib/subjectSelection';
import { accountOf, type GridCell, lineOf, textOf } from './gridShape';

/** Where a fund's amounts are printed. */
export const STATEMENT_OF_FUND: Readonly<Record<string, string>> = {
  general: '#general-budget-expenditure',
  fund: '#government-fund',
  capital: '#state-capital',
};

const isSingle = (members: readonly PivotMember[], { codes, list }: PivotSelection): boolean => {
  const finest = list === 'functional' ? 7 : 5;
  return (
    members.some(({ dimension, key }) => isCode(dimension) && key.length === finest) || codes[0]?.length === finest
  );
};
const isCode = (dimension: string): boolean => dimension === 'class' || dimension === 'item' || dimension === 'subitem';

/** From a cell to what stands behind it: the line that prints it, else the account, else the parts it is the sum of. */
export function cellHref(selection: PivotSelection, members: readonly PivotMember[], cell: GridCell): string | null {
  if (!/\d/.test(textOf(cell))) return null;
  const account = accountOf(members, selection);
  const fund = members.find(({ dimension }) => dimension === 'fund')?.key ?? selection.fund;
  const line = lineOf(cell);
  if (account && fund) return fundHref(account, fund, selection, members);
  if (account && line !== null) return `/accounts/${account}/source#L${line}`;
  if (account && isSingle(members, selection)) return `/accounts/${account}#expenditure`;
  return partsPath(selection, members);
}

/** The line is looked up when somebody asks for it: the kept sums know only that of the expenditure statement. */
function fundHref(account: string, fund: string, selection: PivotSelection, members: readonly PivotMember[]): string {
  const found = (wanted: (dimension: string) => boolean): string | undefined =>
    members.findLast(({ dimension }) => wanted(dimension))?.key;
  const code = found(isCode) ?? (selection.codes.length === 1 ? selection.codes[0] : undefined);
  const statement = STATEMENT_OF_FUND[fund];
  if (statement === undefined || code === undefined) return `/accounts/${account}${statement ?? '#expenditure'}`;
  const nature = found((dimension) => dimension === 'nature') ?? selection.nature ?? 'total';
  return `/pivot/line?${new URLSearchParams({ account, code, fund, nature })}`;
}

/** What of a pivot's scope the page of a code understands, too. */
function scopeOf({ departments, region, from, to, fund, nature, like }: PivotSelection): Partial<SubjectSelection> {
  return {
    departments,
    like,
    region,
    from,
    to,
    fund: FUND_CHOICES.find((one) => one === fund),
    nature: NATURE_CHOICES.find((one) => one === nature),
  };
}

/** From a row's name to the page of what it names, under the same scope. */
export function memberHref(selection: PivotSelection, { dimension, key }: PivotMember): string | null {
  if (isCode(dimension)) return subjectPath(selection.list, key, scopeOf(selection));
  if (dimension === 'department') return `/departments/${key}`;
  if (dimension === 'region' && key !== '') return `/accounts?region=${key}`;
  return null;
}
