import { Decimal, FEN_PER_UNIT, isMoneyUnit, scale } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { RelationVerdict } from '../../findings';
import { ASPECTS, measureOf } from '../../measures';
import type { Draft } from '../draft';
import { figureText, type Level, levelText, termOf } from '../levels';
import { fitsRate, judgeRate, type Quotient, type RateVerdict, shareOf } from '../rate';
import { SLIP_WORDS, slipBetween } from '../slip';
import { blamedLevel, withBlame } from './blame';
import { proposedRate, slippedRate } from './proposal';

/** One way to recompute a printed rate, from figures printed in the account. */
export interface Attempt {
  quotient: Quotient;
  levels: Level[];
  /** in figures, e.g. `531.83 ÷ 3358.25` */
  formula: string;
  /** the same with other levels in the places of `levels` */
  again: (levels: readonly Level[]) => Quotient | undefined;
}

/** part ÷ whole as an attempt; none when the whole may be zero. */
export function shareAttempt(part: Level, whole: Level): Attempt[] {
  const again = ([one, other]: readonly Level[]): Quotient | undefined => one && other && shareOf(one, other);
  const quotient = again([part, whole]);
  return quotient
    ? [{ quotient, levels: [part, whole], formula: `${figureText(part)} ÷ ${figureText(whole)}`, again }]
    : [];
}

export interface RateQuestion {
  reading: Reading;
  claim: Claim;
  index: number;
  identity: string;
  /** what the rate is called in the message, e.g. 增长率 */
  name: string;
  attempts: readonly Attempt[];
  /** quotients that would explain a wrong rate, each with its sentence */
  suspects?: readonly { quotient: Quotient; why: string }[];
}

const STATE_WORDS = { cut: '末位截断而非四舍五入', beside: '末位相差 1，或为凑足合计而调整' } as const;

/** The subject in words: 「基本支出」「2080601 企业关闭破产补助」. */
export function subjectText(claim: Claim): string {
  if (!claim.subject) return measureOf(claim.measure).label;
  const name = claim.subjectPath.findLast((part) => !/^\d+$/.test(part));
  return name && name !== claim.subject ? `${claim.subject} ${name}` : claim.subject;
}

/** An integer printed among rates with two decimals has dropped its zeros: the correct rate is shown with two. */
const shownDecimals = (claim: Claim): number => (claim.decimals === 0 ? 2 : claim.decimals);

const deviation = (claim: Claim, attempt: Attempt): Decimal =>
  attempt.quotient.point.minus(new Decimal(claim.value).abs()).abs();

function relationOf(question: RateQuestion, attempt: Attempt, verdict: RateVerdict): RelationVerdict {
  const { claim, index, identity } = question;
  const half = new Decimal(10).pow(-claim.decimals).div(2);
  const value = new Decimal(claim.value).abs();
  const { low, high } = attempt.quotient.interval;
  const gap = Decimal.max(0, value.minus(half).minus(high), low.minus(value.plus(half)));
  const place = claim.place;
  return {
    identity,
    relation: '=',
    left: [{ factor: 1, label: question.name, printed: claim.printed, unit: '%', place, fact: null, claim: index }],
    right: attempt.levels.map((level) => termOf(level)),
    text: `${value}% = ${attempt.formula}`,
    leftInterval: { low: value.minus(half).toString(), high: value.plus(half).toString() },
    rightInterval: { low: low.toFixed(4), high: high.toFixed(4) },
    difference: value.minus(attempt.quotient.point).toFixed(claim.decimals + 2),
    gap: gap.toFixed(claim.decimals + 2),
    slack: high
      .minus(low)
      .div(2)
      .plus(half)
      .toFixed(claim.decimals + 2),
    state: verdict.state === 'fits' ? 'rounding' : 'contradiction',
    reason: null,
    statements: [],
  };
}

/** Two amounts in different units that fit the rate when both are read in one: the odd one out of its sentence is to blame. */
function unitSlip({ claim, attempts }: RateQuestion): { level: Level; unit: string } | undefined {
  for (const { levels } of attempts) {
    const [one, other] = levels;
    if (!one || !other || one.unit === other.unit || !isMoneyUnit(one.unit) || !isMoneyUnit(other.unit)) continue;
    const factor = new Decimal(FEN_PER_UNIT[other.unit]).div(FEN_PER_UNIT[one.unit]);
    const quotient = shareOf({ value: one.value.times(factor), interval: scale(one.interval, factor) }, other);
    if (!quotient || judgeRate(claim, quotient).state === 'wrong') continue;
    const small = FEN_PER_UNIT[one.unit] < FEN_PER_UNIT[other.unit] ? one : other;
    const large = small === one ? other : one;
    const odd = large.value.gt(small.value.times(1000)) ? large : small;
    return { level: odd, unit: odd === one ? other.unit : one.unit };
  }
  return undefined;
}

function causeOf(question: RateQuestion, attempt: Attempt, correct: string): string | null {
  const { claim } = question;
  const suspect = question.suspects?.find(({ quotient }) => fitsRate(claim, quotient));
  if (suspect) return suspect.why;
  const hundredth = { interval: scaled(attempt.quotient, '0.01'), point: attempt.quotient.point.div(100) };
  if (claim.decimals > 0 && !attempt.quotient.point.isZero() && fitsRate(claim, hundredth))
    return '未乘以 100，把比值当成了百分数';
  const slip = slipBetween(new Decimal(claim.value).abs().toFixed(claim.decimals), correct);
  return slip ? SLIP_WORDS[slip] : null;
}

/** A wrong denominator explains the rate: then no amount is to blame. */
const suspected = ({ claim, suspects = [] }: RateQuestion): boolean =>
  suspects.some(({ quotient }) => fitsRate(claim, quotient));

const scaled = ({ interval }: Quotient, factor: string) => ({
  low: interval.low.times(factor),
  high: interval.high.times(factor),
});

function unitDraft({ claim, index, name }: RateQuestion, level: Level, unit: string): Draft {
  const why = `单位应为“${unit}”，与${name} ${figureText(claim)}% 才相符`;
  return {
    severity: 'error',
    message: `${subjectText(claim)}“${figureText(level)} ${level.unit}”的${why}`,
    places: [level.place, claim.place],
    expected: `${figureText(level)} ${unit}`,
    found: `${figureText(level)} ${level.unit}`,
    suggestion: { place: level.place, printed: level.printed, value: figureText(level).replaceAll(',', ''), why },
    claims: [index, ...(level.claim === null ? [] : [level.claim])],
  };
}

/** The bounds with as many decimals as it takes to tell them apart, at least one more than the rate is shown with. */
function boundText(claim: Claim, { interval: { low, high } }: Quotient): string {
  const least = shownDecimals(claim) + 1;
  const decimals = [least, least + 1, least + 2, least + 3].find((one) => low.toFixed(one) !== high.toFixed(one));
  if (decimals === undefined) return `${low.toFixed(least)}%`;
  return `${low.toFixed(decimals)}% 至 ${high.toFixed(decimals)}%`;
}

/** The way the rate was probably computed: one that a single slip explains, else the one that comes closest. */
function likeliest(claim: Claim, attempts: readonly Attempt[]): Attempt {
  const slipped = attempts.find(({ quotient }) => slippedRate(claim, quotient, shownDecimals(claim), false));
  const near = attempts.reduce((one, other) => (deviation(claim, other).lt(deviation(claim, one)) ? other : one));
  return judgeRate(claim, near.quotient).state === 'wrong' ? (slipped ?? near) : near;
}

/** The draft for a printed rate that none of the ways to recompute it confirms; undefined when one does, or none exists. */
export function rateDraft(question: RateQuestion): Draft | undefined {
  const { claim, index, attempts } = question;
  if (attempts.length === 0 || attempts.some(({ quotient }) => fitsRate(claim, quotient))) return undefined;
  const slip = unitSlip(question);
  if (slip) return unitDraft(question, slip.level, slip.unit);
  const best = likeliest(claim, attempts);
  const verdict = judgeRate(claim, best.quotient);
  const near = verdict.state === 'cut' || verdict.state === 'beside';
  const slipped = proposedRate(claim, best.quotient, shownDecimals(claim), false);
  const level = near ? undefined : blamedLevel(question.reading, claim, best, slipped);
  const blamed = level?.known || !suspected(question) ? level : undefined;
  const proposed =
    blamed || suspected(question) ? slipped : proposedRate(claim, best.quotient, shownDecimals(claim), true);
  const correct = near ? verdict.correct : proposed;
  const cause = near ? STATE_WORDS[verdict.state as 'cut' | 'beside'] : causeOf(question, best, correct);
  const stated = `${subjectText(claim)}${question.name}印为 ${figureText(claim)}%，按 ${best.formula}${best.formula.endsWith('）') ? '' : ' '}应为 ${correct}%`;
  const bounds = near ? '' : `（允许区间 ${boundText(claim, best.quotient)}）`;
  const draft: Draft = {
    severity: near ? 'warning' : 'error',
    message: `${stated}${near ? `（${cause}）` : bounds}${!near && cause ? `，${cause}` : ''}`,
    places: [claim.place, ...best.levels.map(({ place }) => place)],
    expected: correct,
    found: new Decimal(claim.value).abs().toFixed(claim.decimals),
    difference: new Decimal(claim.value).abs().minus(correct).toString(),
    suggestion: {
      place: claim.place,
      printed: claim.printed,
      value: correct,
      why: cause ?? `${ASPECTS[claim.aspect].label}与 ${best.levels.map(levelText).join('、')} 不符`,
    },
    relations: [relationOf(question, best, verdict)],
    claims: [index, ...best.levels.flatMap(({ claim: other }) => other ?? [])],
    facts: best.levels.flatMap(({ fact }) => fact ?? []),
  };
  return blamed ? withBlame(draft, blamed) : draft;
}
