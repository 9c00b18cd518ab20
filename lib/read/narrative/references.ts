import { combine } from './concepts';
import type { Passage } from './passage';
import type { SentenceState } from './sentenceState';
import type { ReferenceToken, Token } from './tokens';

/** Back to the comparison that holds for the whole list, if there is one. */
export function forgetReference(state: SentenceState): void {
  state.reference = state.listReference;
  state.referenceLevel = false;
  state.referenceUsed = false;
}

/** The half of a sentence ends, and with it a comparison that was stated inside it. */
export function endHalf(state: SentenceState): void {
  if (state.halfReference) Object.assign(state, { listReference: null, halfReference: false });
  state.latest = null;
  forgetReference(state);
}

/** 比 2014 年“三公”经费年初预算 50 万元减少: what is compared with turns out to be a budget. */
export function compareWithLevel(state: SentenceState, { text }: Token): void {
  const { reference } = state;
  if (reference?.base !== 'year' || !state.referenceLevel || state.referenceUsed) return;
  state.reference = { ...reference, base: 'budget', text: reference.text + text };
}

export function takeReference(state: SentenceState, token: ReferenceToken, next?: Token): void {
  const first = state.carried && state.numbers === 0 && /^(与|和|同)/.test(token.text);
  // 与上年相比，收入增加 5 万元，支出增加 4 万元
  const heads = /相?比(较|对)?$|相较$/.test(token.text) && /^(与|和|同)/.test(token.text) && next?.text === '，';
  if (heads && !first && state.listReference === null)
    Object.assign(state, { listReference: token, halfReference: true });
  state.reference = token;
  if (first) state.listReference = token;
  state.referenceLevel = !/相?比(较|对)?$|相较$|^(按同口径)?同比$/.test(token.text);
  state.referenceUsed = false;
  const { aspect, topics } = state.recent;
  if (topics.length === 2 && aspect === 'final' && combine(topics.map(({ measure }) => measure))) {
    state.topics = topics;
    state.known = true;
  }
}

/** 相比 behind a year that was not understood. */
export const lastYear = ({ start, end, text }: Token): ReferenceToken => ({
  kind: 'reference',
  base: 'year',
  year: 'last',
  start,
  end,
  text,
});

/** 其中 at the start of a sentence goes on with the comparison of the one before. */
export function inheritReference(state: SentenceState, passage: Passage): void {
  if (state.reference === null && state.numbers === 0) state.reference = passage.reference;
  state.listReference = state.reference;
}
