import { Decimal, FEN_PER_UNIT, isMoneyUnit } from '../../amount';
import type { Suggestion } from '../../findings';
import { figureText, type Level } from '../levels';
import { SLIP_WORDS, type Slip, slipBetween } from '../slip';

interface Repair {
  level: Level;
  value: string;
  slip: Slip;
}

const middle = ({ interval }: Level): Decimal => interval.low.plus(interval.high).div(2);
const plain = (level: Level): string => figureText(level).replaceAll(',', '');

function repairOf(level: Level, fen: Decimal): Repair[] {
  if (fen.isNegative() || !isMoneyUnit(level.unit)) return [];
  const value = fen.div(FEN_PER_UNIT[level.unit]).toFixed(level.decimals);
  const slip = slipBetween(plain(level), value);
  return slip ? [{ level, value, slip }] : [];
}

/** The one figure of a sum that a single slip explains: the whole, or the part that the others leave over. */
export function sumRepair(whole: Level, parts: readonly Level[]): Suggestion | null {
  const added = parts.reduce((sum, part) => sum.plus(middle(part)), new Decimal(0));
  const over = added.minus(middle(whole));
  const all = [...repairOf(whole, added), ...parts.flatMap((part) => repairOf(part, middle(part).minus(over)))];
  const clear = all.filter(({ slip }) => slip !== 'digit');
  const [repair, ...others] = clear.length > 0 ? clear : all;
  if (!repair || others.length > 0) return null;
  const { level, value, slip } = repair;
  return { place: level.place, printed: level.printed, value, why: `${SLIP_WORDS[slip]}，改后各项之和等于总数` };
}
