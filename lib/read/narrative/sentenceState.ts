import type { Direction } from '../../facts';
import type { AspectId, MeasureId } from '../../measures';
import type { Concept } from './concepts';
import type { Topic } from './passage';
import type { ReferenceToken } from './tokens';
import type { Level } from './words';

export interface Change {
  direction: Direction | null;
}

export interface Share {
  base: MeasureId | null;
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

/** Forgets what only the number just read could use. */
export function endNumber(state: SentenceState): void {
  state.level = null;
  state.executed = false;
  state.change = null;
  state.share = null;
  state.completion = false;
  state.licence = false;
  state.noise = false;
  state.group = false;
  state.each = false;
  state.count = null;
  state.referenceLevel = false;
  state.referenceUsed = true;
}

/** What has been said of a sentence up to a token. */
export interface SentenceState {
  topics: Topic[];
  /** false after a noun that is none of the field's */
  known: boolean;
  /** topics come from the heading or an earlier sentence */
  carried: boolean;
  /** nouns joined by 、 without a number between */
  group: boolean;
  head: MeasureId | null;
  lists: number;
  reference: ReferenceToken | null;
  /** comparison stated before 其中, for the whole list */
  listReference: ReferenceToken | null;
  /** the number right after the reference is its level */
  referenceLevel: boolean;
  /** a number has followed the reference */
  referenceUsed: boolean;
  level: Level | null;
  executed: boolean;
  change: Change | null;
  share: Share | null;
  completion: boolean;
  /** a noun, level or flow since the last number: a plain amount needs one */
  licence: boolean;
  noise: boolean;
  /** inside a reason or a purpose: numbers are not the topic's */
  blind: boolean;
  enumerating: boolean;
  each: boolean;
  year: number | null;
  count: { concept: Concept; text: string; start: number; end: number } | null;
  /** topics that got a number of one kind in this list, in order */
  recent: { aspect: AspectId | null; topics: Topic[] };
  /** final figures of the sentence by topic */
  finals: Map<string, string>;
  /** topics of which the sentence has only stated a budget */
  budgets: Set<string>;
  lastCount: { topic: Topic; unit: string } | null;
  /** what the number before counted */
  latest: 'money' | 'count' | null;
  moneyUnit: string;
  brackets: Interrupted[];
}

export function startSentence(topics: Topic[], head: MeasureId | null): SentenceState {
  return {
    topics,
    known: topics.length > 0,
    carried: true,
    group: false,
    head,
    lists: 0,
    reference: null,
    listReference: null,
    referenceLevel: false,
    referenceUsed: false,
    level: null,
    executed: false,
    change: null,
    share: null,
    completion: false,
    licence: false,
    noise: false,
    blind: false,
    enumerating: false,
    each: false,
    year: null,
    count: null,
    recent: { aspect: null, topics: [] },
    finals: new Map(),
    budgets: new Set(),
    lastCount: null,
    latest: null,
    moneyUnit: '万元',
    brackets: [],
  };
}
