import { isMoneyUnit, type MoneyUnit } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { figureText, type Level, levelIn, levelOfClaim, levelsNear, printedLevels, sameSentence } from '../levels';

const UNITS: readonly MoneyUnit[] = ['元', '万元'];

/** The figure that a claim repeats when its unit is read as another: in the statements, or beside it in the sentence. */
function twin(reading: Reading, claim: Claim, index: number, unit: MoneyUnit): Level | undefined {
  const swapped = levelOfClaim({ ...claim, unit }, index);
  const own = levelIn(reading, claim, index);
  const beside = levelsNear(reading, claim, ['final', 'initial_budget', 'annual_budget', 'budget']);
  const others = [...(claim.aspect === 'final' ? printedLevels(reading, claim.measure) : []), ...beside].filter(
    (level) => level.claim !== index && !level.value.isZero(),
  );
  if (others.some((level) => level.interval.low.lte(own.interval.high) && own.interval.low.lte(level.interval.high)))
    return undefined;
  return others.find((level) => level.unit === unit && level.value.eq(swapped.value));
}

const isAlone = (reading: Reading, claim: Claim): boolean =>
  !reading.claims.some((other) => other !== claim && other.unit === claim.unit && sameSentence(claim, other));

/** 元 printed for 万元, and the other way round. */
export const units = defineCheck(
  {
    id: 'N-26',
    title: '文字中的金额单位',
    formula: '以“元”印出而与表中“万元”数相同的，是单位之误',
    kind: 'equality',
    source: '公开规则 R001',
    severity: 'error',
  },
  ({ reading }) =>
    reading.claims.flatMap((claim, index): Draft[] => {
      if (!isMoneyUnit(claim.unit) || Number(claim.value) === 0 || !isAlone(reading, claim)) return [];
      for (const unit of UNITS.filter((other) => other !== claim.unit)) {
        const other = twin(reading, claim, index, unit);
        if (!other) continue;
        const why = `单位应为“${unit}”`;
        return [
          {
            message: `“${claim.printed}”的单位应为${unit}：与 ${other.label} ${figureText(other)} ${other.unit}是同一数`,
            places: [claim.place, other.place],
            expected: `${claim.value} ${unit}`,
            found: `${claim.value} ${claim.unit}`,
            suggestion: { place: claim.place, printed: claim.printed, value: claim.value, why },
            claims: [index],
            facts: other.fact === null ? [] : [other.fact],
          },
        ];
      }
      return [];
    }),
);
