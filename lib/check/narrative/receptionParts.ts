import { isMoneyUnit } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { Draft } from '../draft';
import { type Level, levelIn, levelText, sameSection } from '../levels';

const HOME = '国内';

interface Stated {
  claim: Claim;
  index: number;
  level: Level;
}

function stated(reading: Reading): Stated[] {
  const { fiscalYear } = reading.document;
  return reading.claims.flatMap((claim, index) =>
    claim.measure === 'reception' &&
    claim.aspect === 'final' &&
    claim.direction === null &&
    isMoneyUnit(claim.unit) &&
    (claim.year === null || fiscalYear === null || claim.year === fiscalYear)
      ? [{ claim, index, level: levelIn(reading, claim, index) }]
      : [],
  );
}

/**
 * 公务接待费 against 国内 and the parts beside it. Foreign guests may be counted within 国内 or beside it: only what fits
 * neither way contradicts.
 */
export function receptionDrafts(reading: Reading): Draft[] {
  const all = stated(reading);
  return all.flatMap((whole): Draft[] => {
    const near = all.filter(({ claim }) => claim.subject !== null && sameSection(whole.claim, claim));
    const [home, ...others] = near.filter(({ claim }) => claim.subject === HOME);
    if (whole.claim.subject !== null || !home || others.some(({ level }) => !level.value.eq(home.level.value)))
      return [];
    const abroad = near.filter(({ claim }) => claim.subject !== HOME).map(({ level }) => level.interval.high);
    const most = abroad.reduce((sum, high) => sum.plus(high), home.level.interval.high);
    const over = home.level.interval.low.gt(whole.level.interval.high);
    if (!over && (abroad.length === 0 || whole.level.interval.low.lte(most))) return [];
    return [
      {
        message: `公务接待费印为 ${levelText(whole.level)}，其中国内接待 ${levelText(home.level)}${over ? '，超过总数' : '，与国（境）外、外事接待合计不足总数'}`,
        places: [whole.claim.place, home.claim.place],
        claims: [whole.index, home.index],
      },
    ];
  });
}
