import { Decimal } from '../../amount';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelsNear } from '../levels';
import { COMPARISONS, changesNear, currentLevels } from './comparisons';
import { subjectText } from './ratios';

/** previous = 0: a growth rate does not exist. */
export const zeroBase = defineCheck(
  {
    id: 'N-16',
    title: '基数为 0 时不能有增减率',
    formula: '上年数（预算数）= 0 → 增减率没有意义',
    kind: 'ratio',
    source: '由“增减率”的定义得出',
    severity: 'warning',
  },
  ({ reading }) =>
    reading.claims.flatMap((claim, index): Draft[] => {
      const comparison = COMPARISONS.find(({ growth }) => growth === claim.aspect);
      if (!comparison || new Decimal(claim.value).isZero()) return [];
      const [current] = currentLevels(reading, claim, comparison);
      const bases = levelsNear(reading, claim, comparison.base);
      const changes = changesNear(reading, claim, comparison);
      const zero = bases.length > 0 && bases.every(({ value }) => value.isZero());
      const whole =
        current &&
        !current.value.isZero() &&
        changes.length > 0 &&
        changes.every(({ value }) => value.eq(current.value));
      if (!current || current.value.isZero() || !(zero || (bases.length === 0 && whole))) return [];
      return [
        {
          message: `${subjectText(claim)}的${comparison.word}数为 0，增减率没有意义，却印为 ${figureText(claim)}%`,
          places: [claim.place, current.place],
          found: claim.value,
          claims: [index],
        },
      ];
    }),
);
