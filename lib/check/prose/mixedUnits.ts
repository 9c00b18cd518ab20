import { isMoneyUnit } from '../../amount';
import type { Claim } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { sameSentence } from '../levels';

/** 万元 and 元 side by side in one sentence: one of them is probably wrong. */
export const mixedUnits = defineCheck(
  {
    id: 'P-04',
    title: '一句之中单位不一',
    formula: '同一句中的金额用同一单位',
    kind: 'wording',
    source: '公开规则 R001',
    severity: 'warning',
  },
  ({ reading }) => {
    const seen: Claim[] = [];
    return reading.claims.flatMap((claim, index): Draft[] => {
      if (!isMoneyUnit(claim.unit) || seen.some((other) => sameSentence(claim, other))) return [];
      const other = reading.claims.find(
        (one) => isMoneyUnit(one.unit) && one.unit !== claim.unit && sameSentence(claim, one),
      );
      if (!other) return [];
      seen.push(claim);
      return [
        {
          message: `同一句中既有“${claim.value} ${claim.unit}”又有“${other.value} ${other.unit}”，单位不一`,
          places: [claim.place, other.place],
          claims: [index],
        },
      ];
    });
  },
);
