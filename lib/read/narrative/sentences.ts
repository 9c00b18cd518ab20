import type { Sentence } from '../../facts';
import { HeadingStack, splitHeading, splitInline } from './headings';
import type { MarkedText } from './markedText';
import { enumeratorOf } from './paragraphs';

const SENTENCE = /[^。！？]*[。！？]+[”"’）)]*|[^。！？]+$/g;

/** A stretch of a paragraph as printed. */
interface Stretch {
  marked: MarkedText;
  start: number;
  end: number;
}

function cut({ marked, start, end }: Stretch, section: string[]): Sentence[] {
  const raw = marked.raw.slice(start, end);
  return [...raw.matchAll(SENTENCE)].flatMap((match): Sentence[] => {
    const text = match[0].replace(/\s+/g, '');
    const place = marked.places[start + match.index + match[0].search(/\S/)];
    return place && text !== '' ? [{ text, kind: 'sentence', section, place }] : [];
  });
}

/** Where each part of a paragraph begins in its printed text; the first at its very start. */
const startsOf = (parts: readonly MarkedText[]): number[] =>
  parts.map(({ origin }, index) => (index === 0 ? 0 : (origin[0] ?? 0)));

function readPart({ marked, start, end }: Stretch, stack: HeadingStack): Sentence[] {
  const { heading, body } = splitHeading(marked);
  const enumerator = enumeratorOf(marked.text);
  if (!heading) {
    if (enumerator) stack.item(enumerator.kind);
    return cut({ marked, start, end }, printedOf(stack));
  }
  stack.open(heading);
  const place = marked.places[marked.origin[0] ?? 0];
  const section = printedOf(stack);
  const title: Sentence[] = place ? [{ text: heading.printed, kind: 'heading', section, place }] : [];
  const rest = body.origin[0];
  return rest === undefined ? title : [...title, ...cut({ marked, start: rest, end }, section)];
}

const printedOf = (stack: HeadingStack): string[] => stack.headings.map(({ printed }) => printed);

/** Headings and sentences of the running text as printed, in reading order. */
export function readSentences(paragraphs: readonly MarkedText[]): Sentence[] {
  const stack = new HeadingStack();
  return paragraphs.flatMap((paragraph) => {
    const parts = splitInline(paragraph);
    const starts = startsOf(parts);
    return parts.flatMap((marked, index) =>
      readPart({ marked, start: starts[index] ?? 0, end: starts[index + 1] ?? marked.raw.length }, stack),
    );
  });
}
