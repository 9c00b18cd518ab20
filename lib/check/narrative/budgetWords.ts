import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelsNear, levelText } from '../levels';
import { flat, sentencesOf } from '../sentences';
import { subjectText } from './ratios';

type Order = 'above' | 'below' | 'equal';
const WORDS: Readonly<Record<Order, string>> = { above: '大于', below: '小于', equal: '等于' };

function orderOf(text: string): Order | undefined {
  const [, word] =
    /决算数?(?:支出)?(大于|高于|超过|小于|低于|等于|与)[^,。;]{0,4}预算数?(?:持平|相等|一致|相同)?/.exec(text) ?? [];
  if (word === undefined || /[(（]/.test(text.slice(text.indexOf(word), text.indexOf(word) + 14))) return undefined;
  if (/大于|高于|超过/.test(word)) return 'above';
  return /小于|低于/.test(word) ? 'below' : /预算数?(持平|相等|一致|相同)|等于/.test(text) ? 'equal' : undefined;
}

/** The one measure the sentence states as completed; undefined when it is about several. */
function onlyCompletion(reading: Reading, sentence: string, line: number): { claim: Claim; index: number } | undefined {
  const found = reading.claims.flatMap((claim, index) =>
    claim.aspect === 'completion' &&
    claim.sentence.replace(/\s/g, '') === sentence &&
    Math.abs(claim.place.line - line) < 12
      ? [{ claim, index }]
      : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** 决算数大于（小于）预算数 against the two figures. */
export const budgetWords = defineCheck(
  {
    id: 'N-33',
    title: '“决算数大于（小于）预算数”与数字相符',
    formula: '大于 → 决算数 > 预算数；小于 → 决算数 < 预算数；持平 → 相等',
    kind: 'word against sign',
    source: '部门决算公开说明的用词',
    severity: 'error',
  },
  ({ reading }) =>
    sentencesOf(reading).flatMap(({ text, place }): Draft[] => {
      const said = orderOf(flat(text));
      const only = said && onlyCompletion(reading, text.replace(/\s/g, ''), place.line);
      if (!said || !only) return [];
      const [final] = levelsNear(reading, only.claim, ['final']);
      const [budget] = levelsNear(reading, only.claim, ['initial_budget', 'annual_budget', 'budget']);
      if (!final || !budget) return [];
      const order: Order = final.value.gt(budget.value) ? 'above' : final.value.lt(budget.value) ? 'below' : 'equal';
      const rate = new Decimal(only.claim.value);
      const agrees = order === said || (order === 'above' && rate.lt(100)) || (order === 'below' && rate.gt(100));
      if (agrees) return [];
      return [
        {
          severity: order === 'equal' ? 'warning' : 'error',
          message: `${subjectText(only.claim)}写为决算数${WORDS[said]}预算数，但决算 ${figureText(final)}、预算 ${levelText(budget)}，应为${WORDS[order]}`,
          places: [place, final.place, budget.place],
          claims: [only.index],
        },
      ];
    }),
);
