import type { Account } from '../../lib/facts';
import { measure } from '../../lib/measured';
import { MEASURE_IDS, type MeasureId } from '../../lib/measures';
import { type AmountColumns, packAmount } from '../amount';
import { type PlaceColumns, packPlace } from '../place';

export interface Level extends AmountColumns, PlaceColumns {
  measure: MeasureId;
  status: 'agreed' | 'adopted';
  disputed: boolean;
  summed: boolean;
  reason: string | null;
}

/** The final level of each measure that the account prints, as `measure` resolves it. */
export function levelsOf(account: Account): Level[] {
  return MEASURE_IDS.flatMap((id) => {
    const { value, unit, decimals, status, disputed, summed, reason, occurrences } = measure(account, id);
    const place = (occurrences.find((one) => one.value === value && one.unit === unit) ?? occurrences[0])?.place;
    if (value === null || status === 'missing' || !place) return [];
    return [
      { measure: id, ...packAmount(value, unit, decimals), status, disputed, summed, reason, ...packPlace(place) },
    ];
  });
}
