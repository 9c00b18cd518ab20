import type { Direction } from '../../facts';
import type { AspectId, MeasureId } from '../../measures';
import type { Concept } from './concepts';
import type { Topic } from './passage';
import type { NumberToken, ReferenceToken } from './tokens';
import type { Level } from './words';

export interface Change {
  direction: Direction | null;
}

export interface Share {
  base: MeasureId | null;
  /** the base is printed, not only understood */
  named: boolean;
  /** a base that is no measure: 占全县的 */
  foreign: boolean;
}

/** What a bracket interrupts. */
interface Interrupted {
  topics: Topic[];
  head: MeasureId | null;
  known: boolean;
  blind: boolean;
}

/** A noun that announces a count. */
export interface CountNoun {
  concept: Concept;
  text: string;
  start: number;
  end: number;
}

/** How a clause began, to go back to when it turns out to speak of something else. */
interface Clause {
  start: number;
  topics: Topic[];
  known: boolean;
  carried: boolean;
  counted: boolean;
}

/** What has been said of a sentence up to a token. */
export interface SentenceState {
  topics: Topic[];
  /** the sentence before spoke of grand totals */
  totals: boolean;
  /** false after a noun that is none of the field's */
  known: boolean;
  /** topics come from the heading or an earlier sentence */
  carried: boolean;
  /** nouns may join the last by 、: no number has come between */
  group: boolean;
  /** several nouns were joined, so that the next may join by ， too */
  joined: boolean;
  /** the whole whose parts are listed */
  head: MeasureId | null;
  lists: number;
  /** a level, said of the whole, that holds for the list; blocked when the whole was only compared */
  listLevel: Level | 'blocked' | null;
  reference: ReferenceToken | null;
  /** a comparison stated before the list, or before any noun, holds throughout */
  listReference: ReferenceToken | null;
  /** it was stated inside this half of the sentence and ends with it */
  halfReference: boolean;
  /** the number right after the reference is its level */
  referenceLevel: boolean;
  /** a number has followed the reference */
  referenceUsed: boolean;
  level: Level | null;
  executed: boolean;
  change: Change | null;
  share: Share | null;
  /** the words of completion, until its rate has come */
  completion: string;
  /** a noun, level or flow since the last number: a plain amount needs one */
  licence: boolean;
  noise: boolean;
  /** inside a reason or a purpose: numbers are not the topic's */
  blind: boolean;
  /** reasons listed one by one do not end before the sentence does */
  enumerating: boolean;
  /** the sentence has begun with a purpose: the next 支出 is the heading's amount */
  opening: boolean;
  each: boolean;
  year: number | null;
  count: CountNoun | null;
  /** the nouns a list of counts is about: 购置数及保有量分别为 */
  counts: CountNoun[];
  /** topics that got a number of one kind in this list, in order */
  recent: { aspect: AspectId | null; topics: Topic[] };
  /** final figures of the sentence by topic */
  finals: Map<string, string>;
  /** topics of which the sentence has only stated a budget */
  budgets: Set<string>;
  lastAspect: AspectId | null;
  /** the quotas named in this half of the sentence */
  quotas: Set<MeasureId>;
  lastCount: { topic: Topic; unit: string } | null;
  /** what the number before counted */
  latest: 'money' | 'count' | null;
  moneyUnit: string;
  numbers: number;
  brackets: Interrupted[];
  clause: Clause;
}

/** Forgets what only the number just read could use. */
export function endNumber(state: SentenceState, { end, quantity }: NumberToken): void {
  state.level = null;
  state.executed = false;
  state.change = null;
  state.share = null;
  if (quantity !== 'money') state.completion = '';
  state.licence = false;
  state.noise = false;
  state.group = false;
  state.joined = false;
  state.each = false;
  state.count = null;
  state.counts = [];
  state.referenceLevel = false;
  state.referenceUsed = true;
  state.numbers++;
  state.clause.start = end;
  state.clause.counted = true;
}

export function startClause(state: SentenceState, start: number): void {
  const { topics, known, carried } = state;
  state.clause = { start, topics, known, carried, counted: false };
}

export function startSentence(topics: Topic[], head: MeasureId | null): SentenceState {
  const known = topics.length > 0;
  return {
    topics,
    totals: topics.some(({ measure }) => /^(fiscal_)?total_/.test(measure)),
    known,
    carried: true,
    group: false,
    joined: false,
    head,
    lists: 0,
    listLevel: null,
    reference: null,
    listReference: null,
    halfReference: false,
    referenceLevel: false,
    referenceUsed: false,
    level: null,
    executed: false,
    change: null,
    share: null,
    completion: '',
    licence: false,
    noise: false,
    blind: false,
    enumerating: false,
    opening: false,
    each: false,
    year: null,
    count: null,
    counts: [],
    recent: { aspect: null, topics: [] },
    finals: new Map(),
    budgets: new Set(),
    lastAspect: null,
    quotas: new Set(),
    lastCount: null,
    latest: null,
    moneyUnit: '万元',
    numbers: 0,
    brackets: [],
    clause: { start: 0, topics, known, carried: true, counted: false },
  };
}
