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

export function takeReference(state: SentenceState, token: ReferenceToken): void {
  const first = state.carried && state.numbers === 0 && /^(与|和|同)/.test(token.text);
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
