import type { PivotDimension } from '../../lib/pivot';
import type { CubeQuery, CubeRow } from './cube';
import type { CubeGroup } from './cubeGroups';
import { moneyOf } from './millionths';

const FUNDS = ['general', 'fund', 'capital'] as const;
const NATURES = ['basic', 'project'] as const;

interface Part {
  fund: string;
  nature: string;
  fen: number;
}

const at = ({ amounts }: CubeGroup, column: string): number => amounts[column] ?? 0;
const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { fen }) => sum + fen, 0);

/** What is left of a whole; a rest that rounding of the whole and of what is printed beside it explains is none. */
function withRest(group: CubeGroup, whole: number, parts: Part[], rest: Omit<Part, 'fen'>): Part[] {
  const left = whole - sumOf(parts);
  return Math.abs(left) <= group.half * (parts.filter(({ fen }) => fen !== 0).length + 1)
    ? parts
    : [...parts, { ...rest, fen: left }];
}

function byNature(group: CubeGroup, natures: readonly string[]): Part[] {
  const parts = natures.map((nature) => ({ fund: '', nature, fen: at(group, nature) }));
  return withRest(group, at(group, 'total'), parts, { fund: '', nature: 'other' });
}

function byFund(group: CubeGroup): Part[] {
  const parts = FUNDS.map((fund) => ({ fund, nature: '', fen: fundTotal(group, fund) }));
  return withRest(group, at(group, 'total'), parts, { fund: 'other', nature: '' });
}

/** A fund's own total, or where its 小计 is blank the sum of its parts. */
const fundTotal = (group: CubeGroup, fund: string): number =>
  at(group, fund) || NATURES.reduce((sum, nature) => sum + at(group, `${fund}_${nature}`), 0);

function byFundAndNature(group: CubeGroup): Part[] {
  const cells = FUNDS.flatMap((fund) => {
    const parts = NATURES.map((nature) => ({ fund, nature, fen: at(group, `${fund}_${nature}`) }));
    return withRest(group, fundTotal(group, fund), parts, { fund, nature: 'other' });
  });
  const rest = NATURES.flatMap((nature) => {
    const left = at(group, nature) - sumOf(cells.filter((cell) => cell.nature === nature));
    return Math.abs(left) <= group.half * 4 ? [] : [{ fund: 'other', nature, fen: left }];
  });
  return withRest(group, at(group, 'total'), [...cells, ...rest], { fund: 'other', nature: 'other' });
}

function partsOf(group: CubeGroup, { list, dimensions }: CubeQuery): Part[] {
  const [fund, nature] = [dimensions.includes('fund'), dimensions.includes('nature')];
  if (list === 'economic')
    return (
      nature ? byNature(group, ['personnel', 'operating']) : [{ fund: '', nature: '', fen: at(group, 'total') }]
    ).map((part) => ({ ...part, fund: 'general' }));
  if (fund && nature) return byFundAndNature(group);
  if (fund) return byFund(group);
  if (nature) return byNature(group, NATURES);
  return [{ fund: '', nature: '', fen: at(group, 'total') }];
}

/** A group as rows of the cube: one, or one a fund and nature that holds an amount. */
export function cubeCells(group: CubeGroup, query: CubeQuery): CubeRow[] {
  const isSplit = query.dimensions.includes('fund') || query.dimensions.includes('nature');
  return partsOf(group, query)
    .filter(({ fen }) => !isSplit || fen !== 0)
    .map(({ fund, nature, fen }) => ({
      keys: query.dimensions.map((dimension: PivotDimension) =>
        dimension === 'fund' ? fund : dimension === 'nature' ? nature : (group.keys[dimension] ?? ''),
      ),
      amount: moneyOf(fen, group.half),
      accounts: group.accounts,
      disputed: group.disputed,
      line: group.line,
    }));
}
