import { type PivotMember, type PivotSelection, partsPath } from '../../lib/pivot';
import { accountOf, type GridCell, lineOf, textOf } from './gridShape';

/** Where a fund's amounts are printed. */
const STATEMENT_OF_FUND: Readonly<Record<string, string>> = {
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
  if (account && fund) return `/accounts/${account}${STATEMENT_OF_FUND[fund] ?? '#expenditure'}`;
  if (account && line !== null) return `/accounts/${account}/source#L${line}`;
  if (account && isSingle(members, selection)) return `/accounts/${account}#expenditure`;
  return partsPath(selection, members);
}

/** From a row's name to the page of what it names. */
export function memberHref({ list }: PivotSelection, { dimension, key }: PivotMember): string | null {
  if (isCode(dimension)) return `/subjects/${list}/${key}`;
  if (dimension === 'department') return `/departments/${key}`;
  if (dimension === 'region' && key !== '') return `/accounts?region=${key}`;
  return null;
}
