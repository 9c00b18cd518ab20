import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { measureOf } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { type Level, levelsNear, levelText, printedLevels, sameSentence } from '../levels';
import { fitsRate, shareOf } from '../rate';
import { type Attempt, rateDraft, shareAttempt } from './ratios';
import { otherWholes, wholeLevels, wholesOf } from './wholes';

function partLevels(reading: Reading, claim: Claim): Level[] {
  const near = levelsNear(reading, claim, ['final']);
  return claim.measure === 'subject_expenditure' ? near : [...near, ...printedLevels(reading, claim.measure)];
}

const attemptsOf = (parts: readonly Level[], wholes: readonly Level[]): Attempt[] =>
  parts.flatMap((part) => wholes.flatMap((whole) => shareAttempt(part, whole)));

/** Two shares of one sentence that stand in each other's place. */
function swapped(reading: Reading, claim: Claim, parts: readonly Level[], whole: Level | undefined) {
  const own = whole && parts[0] && shareOf(parts[0], whole);
  return reading.claims.flatMap((other) => {
    const isBeside = other.aspect === 'share' && other !== claim && sameSentence(claim, other);
    const [part] = isBeside && fitsRate(other, own) ? partLevels(reading, other) : [];
    const quotient = whole && part && shareOf(part, whole);
    return quotient ? [{ quotient, why: `与${measureOf(other.measure).label}的比例互换了位置` }] : [];
  });
}

/** The share of a wrong whole: of itself (100 %), of another total, or another figure's share of the right whole. */
function suspectsOf(reading: Reading, claim: Claim, parts: readonly Level[], wholes: readonly Level[]) {
  const name = measureOf(wholesOf(claim)[0] ?? 'year_expenditure').label;
  const [whole] = wholes;
  const right = whole ? `分母应为${name} ${levelText(whole)}` : '';
  const ofWhat = (level: Level, label: string) =>
    parts.flatMap((part) => {
      const quotient = shareOf(part, level);
      return quotient ? [{ quotient, why: `印出的比例是以${label}为分母，${right}` }] : [];
    });
  return [
    ...swapped(reading, claim, parts, whole),
    ...otherWholes(reading, claim).flatMap((level) => ofWhat(level, `${level.label} ${levelText(level)}`)),
    ...parts.slice(0, 1).flatMap((part) => ofWhat(part, `其自身 ${levelText(part)} `)),
  ];
}

/** The drafts of share claims that satisfy `select`, under an identity's id. */
export function shareDrafts(reading: Reading, identity: string, select: (claim: Claim) => boolean): Draft[] {
  return reading.claims.flatMap((claim, index) => {
    if (claim.aspect !== 'share' || !select(claim)) return [];
    const parts = partLevels(reading, claim);
    const wholes = wholeLevels(reading, claim);
    const draft = rateDraft({
      reading,
      claim,
      index,
      identity,
      name: `占${measureOf(wholesOf(claim)[0] ?? claim.measure).label}的比例`,
      attempts: attemptsOf(parts, wholes),
      suspects: suspectsOf(reading, claim, parts, wholes),
    });
    return draft ? [draft] : moreThanWhole(claim, index);
  });
}

/** No part is larger than its whole, whatever the amounts; `rateDraft` has nothing to say where they are not printed. */
function moreThanWhole(claim: Claim, index: number): Draft[] {
  if (new Decimal(claim.value).lte(101)) return [];
  return [
    {
      message: `${measureOf(claim.measure).label}占比印为 ${claim.value}%，部分不会超过总数`,
      places: [claim.place],
      found: claim.value,
      claims: [index],
    },
  ];
}

const GENERAL: readonly Claim['measure'][] = ['general_expenditure', 'fiscal_expenditure'];

/** 占比 = 部分 ÷ 合计. */
export const shares = defineCheck(
  {
    id: 'N-12',
    title: '占比等于部分除以合计',
    formula: '占比 % = 部分 ÷ 合计 × 100（收入 → 本年收入合计，支出 → 本年支出合计，“三公” → 三公合计）',
    kind: 'ratio',
    source: '部门决算公开说明的定义',
    severity: 'error',
  },
  ({ reading }) =>
    shareDrafts(reading, 'N-12', ({ measure }) => !GENERAL.includes(measure) && measure !== 'performance_funds'),
);

/** 一般公共预算财政拨款支出占本年支出合计的比例. */
export const generalShare = defineCheck(
  {
    id: 'N-13',
    title: '一般公共预算财政拨款支出占本年支出合计的比例',
    formula: '占比 % = 公开05表合计 ÷ 公开03表本年支出合计 × 100',
    kind: 'ratio',
    source: '部门决算公开说明的定义',
    severity: 'error',
  },
  ({ reading }) => shareDrafts(reading, 'N-13', ({ measure }) => GENERAL.includes(measure)),
);
