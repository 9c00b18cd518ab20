import type { Direction } from '../../facts';
import type { AspectId, MeasureId } from '../../measures';
import { combine } from './concepts';
import { type Passage, type Topic, topicOf } from './passage';
import { isOverview } from './sections';
import type { SentenceState } from './sentenceState';
import type { NumberToken, ReferenceToken, Token } from './tokens';

/** A number with what it says. */
export interface Attachment {
  topic: Topic;
  aspect: AspectId;
  number: NumberToken;
  direction: Direction | null;
  base: MeasureId | null;
}

const keyOf = ({ measure, subject }: Topic): string => `${measure} ${subject ?? ''}`;

type ReferenceBase = 'year' | 'budget' | 'prior_budget';

/** The budget of which year a comparison names: another year's than the account's is last year's. */
function baseOf(reference: ReferenceToken, state: SentenceState, passage: Passage): ReferenceBase {
  if (reference.base === 'year') return 'year';
  if (reference.year === 'last') return 'prior_budget';
  const current = passage.fiscalYear ?? state.year;
  return reference.year !== null && current !== null && reference.year < current ? 'prior_budget' : 'budget';
}

const CHANGES: Readonly<Record<ReferenceBase, { amount: AspectId; rate: AspectId; level: AspectId }>> = {
  year: { amount: 'change_on_year', rate: 'growth_on_year', level: 'prior_year' },
  budget: { amount: 'change_on_budget', rate: 'growth_on_budget', level: 'budget' },
  prior_budget: { amount: 'change_on_prior_budget', rate: 'growth_on_prior_budget', level: 'prior_year_budget' },
};

function levelAspect(reference: ReferenceToken, base: ReferenceBase): AspectId {
  if (base !== 'budget') return CHANGES[base].level;
  if (reference.text.includes('年初')) return 'initial_budget';
  return /全年|调整/.test(reference.text) ? 'annual_budget' : 'budget';
}

/** A negative number is a decrease, whatever the word: 增长 -3%, and the sloppy 下降 -3%. */
const directionOf = (number: NumberToken, direction: Direction | null): Direction | null =>
  number.negative && Number(number.value) !== 0 ? 'decrease' : direction;

/** 2022年预算较上年增加: one budget against another, which no aspect of a claim says. */
const speaksOfBudget = ({ level, listLevel }: SentenceState): boolean =>
  (level !== null && level !== 'final') || (level === null && listLevel !== null && listLevel !== 'blocked');

/** 完成全年预算 20 万元的 61.7%: the amount is the budget. */
function completionBudget({ completion }: SentenceState): AspectId {
  if (completion.includes('年初')) return 'initial_budget';
  return /全年|调整/.test(completion) ? 'annual_budget' : 'budget';
}

interface Meaning {
  aspect: AspectId;
  direction: Direction | null;
  base: MeasureId | null;
}

const plain = (aspect: AspectId): Meaning => ({ aspect, direction: null, base: null });

function rateMeaning(number: NumberToken, state: SentenceState, passage: Passage): Meaning | undefined {
  if (state.share) return state.share.foreign ? undefined : { ...plain('share'), base: state.share.base };
  if (state.completion) return plain('completion');
  const reference = state.reference;
  if (!state.change || !reference || (reference.base === 'year' && speaksOfBudget(state))) return undefined;
  const aspect = CHANGES[baseOf(reference, state, passage)].rate;
  return { aspect, direction: directionOf(number, state.change.direction), base: null };
}

/** The level a comparison is made with: 较上年 40 万元, 与 2022 年度支出年初预算 1200 万元相比. */
function comparedLevel(reference: ReferenceToken, state: SentenceState, passage: Passage): Meaning | undefined {
  const base = baseOf(reference, state, passage);
  const current = passage.fiscalYear ?? state.year;
  const own = typeof reference.year === 'number' && reference.year === current;
  if (base !== 'year') return plain(levelAspect(reference, base));
  if (state.level === null || state.level === 'final') return own ? undefined : plain('prior_year');
  return plain(own ? state.level : 'prior_year_budget');
}

export function amountMeaning(number: NumberToken, state: SentenceState, passage: Passage): Meaning | undefined {
  if (state.share) return undefined;
  if (state.completion) return plain(completionBudget(state));
  const { reference } = state;
  if (state.change) {
    if (!reference || (reference.base === 'year' && speaksOfBudget(state))) return undefined;
    const aspect = CHANGES[baseOf(reference, state, passage)].amount;
    return { aspect, direction: directionOf(number, state.change.direction), base: null };
  }
  if (number.negative) return undefined;
  if (reference && state.referenceLevel) return comparedLevel(reference, state, passage);
  const { listLevel } = state;
  if (state.level === null && listLevel === 'blocked') return undefined;
  return plain(state.level ?? (listLevel === 'blocked' ? null : listLevel) ?? 'final');
}

const LEVELS: readonly AspectId[] = ['final', 'initial_budget', 'annual_budget', 'budget'];

/** In a performance summary budget and execution are measures of their own. */
function performanceTopic(state: SentenceState, passage: Passage): Topic | undefined {
  const { project, whole } = passage;
  if (!project && !whole) return undefined;
  const executed = state.executed || state.completion || state.level === 'final';
  if (!executed && state.level === null) return undefined;
  if (project) return topicOf(executed ? 'project_executed' : 'project_budget', project, [project]);
  return topicOf(executed ? 'whole_executed' : 'whole_budget');
}

function targetsOf(state: SentenceState, passage: Passage, isMoney: boolean): Topic[] {
  if (passage.section === 'performance' || state.executed) {
    const topic = performanceTopic(state, passage);
    if (topic) return [topic];
    if (state.executed || (state.carried && state.level !== null)) return [];
  }
  if (passage.section === 'performance' && state.topics.some(({ measure }) => measure !== 'performance_funds'))
    return [];
  if (!isMoney && state.latest === 'count' && state.change && state.lastCount) return [state.lastCount.topic];
  if (!state.known) return [];
  if (state.topics.length > 1) return state.topics;
  return state.each && state.recent.topics.length > 1 ? state.recent.topics : state.topics;
}

const SEPARATOR = /^[、，和及与]$/;

/** The unit of 「收入 A、支出 B 万元」 for A: the next number of the list has it. */
function unitBehind(tokens: readonly Token[], index: number): NumberToken | undefined {
  if (tokens[index]?.text !== '、') return undefined;
  for (const token of tokens.slice(index + 1, index + 6)) {
    if (token.kind === 'mark' || token.kind === 'noise') return undefined;
    if (token.kind === 'number') return token.quantity === 'money' ? token : undefined;
  }
  return undefined;
}

/** No list names more nouns at once. */
const LONGEST_LIST = 12;

/** The numbers of a list that starts here: 「A、B 万元」. The unit may stand behind the last only. */
export function numbersFrom(tokens: readonly Token[], index: number): NumberToken[] {
  const numbers: NumberToken[] = [];
  for (let at = index; numbers.length < LONGEST_LIST; at += 2) {
    const token = tokens[at];
    if (token?.kind !== 'number') break;
    numbers.push(token);
    const separator = tokens[at + 1];
    if (!separator || !SEPARATOR.test(separator.text)) break;
  }
  const last = numbers.at(-1);
  if (!last) return [];
  const { quantity, unit } =
    last.quantity === 'bare' ? (unitBehind(tokens, index + 2 * numbers.length - 1) ?? last) : last;
  const ends = numbers.findIndex((number) => number.quantity !== quantity && number.quantity !== 'bare');
  if (ends >= 0) return numbers.slice(0, ends || 1);
  return numbers.map((number) => (number.quantity === 'bare' ? { ...number, quantity, unit } : number));
}

/** Whether a number is money or a rate, be it by the unit of the list it stands in. */
export function isFigure(tokens: readonly Token[], index: number, state: SentenceState): boolean {
  const [number] = numbersFrom(tokens, index);
  return (
    number?.quantity === 'money' || number?.quantity === 'percent' || (number?.quantity === 'bare' && !state.count)
  );
}

/** A plain amount needs a noun or a level before it, and does not contradict one of the same sentence. */
function isLicensed(
  number: NumberToken,
  meaning: Meaning,
  aspect: AspectId,
  topic: Topic,
  state: SentenceState,
): boolean {
  if (!LEVELS.includes(meaning.aspect) || state.referenceLevel) return true;
  if (!state.licence && !state.executed && !state.completion && state.level === null) return false;
  const earlier = aspect === 'final' ? state.finals.get(keyOf(topic)) : undefined;
  return earlier === undefined || earlier === number.value || state.level !== null;
}

/** A budget alone is compared with another budget: no aspect of a claim says that. */
const comparesBudgets = (meaning: Meaning, topic: Topic, state: SentenceState): boolean =>
  (meaning.aspect === 'change_on_year' || meaning.aspect === 'growth_on_year') && state.budgets.has(keyOf(topic));

function settleYear(aspect: AspectId, topic: Topic, speaking: number | null, passage: Passage): AspectId | undefined {
  const { fiscalYear } = passage;
  if (fiscalYear === null || speaking === null) return aspect;
  const both = passage.stated.has(keyOf(topic)) || passage.years.has(fiscalYear);
  if (aspect === 'final' && speaking === fiscalYear - 1 && both) return 'prior_year';
  if (speaking === fiscalYear + 1)
    return aspect === 'budget' || aspect === 'initial_budget' ? 'next_year_budget' : undefined;
  return aspect;
}

function note(attachment: Attachment, state: SentenceState, passage: Passage): void {
  const { topic, aspect, number } = attachment;
  const key = keyOf(topic);
  if (aspect === 'final') {
    state.finals.set(key, number.value);
    state.budgets.delete(key);
    passage.stated.add(key);
  } else if (LEVELS.includes(aspect) || aspect === 'next_year_budget') {
    if (!state.finals.has(key)) state.budgets.add(key);
  }
  if (aspect === 'share' || aspect === 'completion') return;
  const kind = LEVELS.includes(aspect) ? 'final' : aspect;
  if (state.recent.aspect !== kind) state.recent = { aspect: kind, topics: [] };
  if (!state.recent.topics.some((recent) => keyOf(recent) === key)) state.recent.topics.push(topic);
}

function pairsOf(numbers: readonly NumberToken[], targets: readonly Topic[], each: boolean): [NumberToken, Topic][] {
  const [first] = numbers;
  if (!first || targets.length === 0) return [];
  if (numbers.length > 1 && numbers.length === targets.length)
    return numbers.flatMap((number, index): [NumberToken, Topic][] => {
      const topic = targets[index];
      return topic ? [[number, topic]] : [];
    });
  const [target] = targets;
  if (targets.length === 1 && target) return [[first, target]];
  const both = combine(targets.map(({ measure }) => measure));
  if (both) return [[first, topicOf(both)]];
  return each ? targets.map((topic) => [first, topic]) : [];
}

/** Behind 完成预算 stands a rate, or the budget and then the rate. */
function completes(tokens: readonly Token[], index: number): boolean {
  const [number, of, rate] = tokens.slice(index, index + 3);
  if (number?.kind === 'number' && number.quantity === 'percent') return true;
  return of?.text === '的' && rate?.kind === 'number' && rate.quantity === 'percent';
}

/** 年初预算为 0，支出决算为 12 万元: nothing needs no unit. */
function withZeros(numbers: NumberToken[], next: Token | undefined, state: SentenceState): NumberToken[] {
  const [only, ...others] = numbers;
  const alone = only?.quantity === 'bare' && others.length === 0 && (next === undefined || next.kind === 'mark');
  if (!only || !alone || Number(only.value) !== 0 || state.level === null || state.change) return numbers;
  return [{ ...only, quantity: 'money', unit: state.moneyUnit }];
}

/** Attaches a number, or a list of numbers, of money or per cent to what the sentence has been about. */
export function attachFigure(
  tokens: readonly Token[],
  index: number,
  state: SentenceState,
  passage: Passage,
  speaking: number | null,
): Attachment[] {
  if (isOverview(passage.section) || (state.completion && !completes(tokens, index))) return [];
  const listed = withZeros(numbersFrom(tokens, index), tokens[index + 1], state).filter(
    ({ quantity }) => quantity === 'money' || quantity === 'percent',
  );
  const targets = targetsOf(state, passage, listed[0]?.quantity === 'money');
  const numbers = listed.length === targets.length ? listed : listed.slice(0, 1);
  const attachments: Attachment[] = [];
  for (const [number, topic] of pairsOf(numbers, targets, state.each)) {
    const meaning =
      number.quantity === 'percent' ? rateMeaning(number, state, passage) : amountMeaning(number, state, passage);
    if (!meaning || comparesBudgets(meaning, topic, state) || meaning.base === topic.measure) continue;
    const aspect = settleYear(meaning.aspect, topic, speaking, passage);
    if (!aspect || !isLicensed(number, meaning, aspect, topic, state)) continue;
    const attachment = { ...meaning, aspect, topic, number };
    note(attachment, state, passage);
    attachments.push(attachment);
  }
  return attachments;
}
