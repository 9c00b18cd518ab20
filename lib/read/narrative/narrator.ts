import type { Claim, Unread } from '../../facts';
import type { MeasureId } from '../../measures';
import { combine, resolve } from './concepts';
import type { Attachment } from './figures';
import { type Heading, HeadingStack, splitHeading, splitInline } from './headings';
import { type MarkedText, placeOf, sentenceOf, slice } from './markedText';
import { enumeratorOf } from './paragraphs';
import { type Passage, type Topic, topicOf } from './passage';
import { isWholeDepartment, projectOf } from './performance';
import { listsSubjects } from './sections';
import { SentenceReader } from './sentence';
import { joinSubjects, type SubjectHeading, subjectAt, subjectOf, subjectPathOf } from './subjects';
import { tokenise, type Vocabulary } from './tokens';

interface Title {
  department: string | null;
  fiscalYear: number | null;
}

/** A sentence is never longer; without a stop it is cut where it pauses. */
const LONGEST = 4000;

/** A paragraph that goes on with what the one before was about. */
const GOES_ON = /^(与|较|比|同比|和上年|完成|占)/;
const OPENS_LIST = /：$/;
/** 一般公共预算财政拨款收入支出决算情况 is about neither alone. */
const BOTH_FLOWS = /收入[、和与及]?支出|收、?支/;

const wholeOf = (topics: readonly Topic[]): MeasureId | null => combine(topics.map(({ measure }) => measure)) ?? null;

/** Cuts a paragraph into its sentences. */
function sentencesOf(marked: MarkedText): MarkedText[] {
  const sentences: MarkedText[] = [];
  let start = 0;
  for (let index = 0; index <= marked.text.length; index++) {
    const char = marked.text[index];
    const tooLong = index - start > LONGEST && char !== undefined && /[，；、 ]/.test(char);
    if (char !== undefined && !/[。！？]/.test(char) && !tooLong) continue;
    const end = Math.min(index + 1, marked.text.length);
    if (marked.text.slice(start, end).replace(/[。！？]/g, '') !== '') sentences.push(slice(marked, start, end));
    start = end;
  }
  return sentences;
}

/** Reads the paragraphs of a document in order and keeps what headings and sentences pass on. */
export class Narrator {
  readonly claims: Claim[] = [];
  readonly unread: Unread[] = [];
  private readonly stack = new HeadingStack();
  private subject: SubjectHeading[] = [];
  /** topics of the paragraph before, for one that goes on with a comparison */
  private carried: Topic[] = [];
  /** the whole that the items of an open list are parts of */
  private listed: MeasureId | null = null;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly title: Title | null,
  ) {}

  read(paragraph: MarkedText): void {
    for (const part of splitInline(paragraph)) this.readPart(part);
  }

  private readPart(part: MarkedText): void {
    const { heading, body } = splitHeading(part);
    const enumerator = enumeratorOf(part.text);
    if (heading) this.open(heading);
    else if (enumerator) {
      this.stack.item(enumerator.kind);
      this.subject = [...(this.stack.headings.at(-1)?.subject ?? [])];
    }
    if (heading || enumerator) this.carried = [];
    if (body.text === '' || this.stack.silent) return;
    const passage = this.passageOf(body);
    if (enumerator) passage.head = this.listed;
    for (const sentence of sentencesOf(body)) this.readSentence(sentence, passage);
    this.subject = passage.subject;
    this.carried = passage.topics;
    if (!enumerator) this.listed = OPENS_LIST.test(body.text) ? wholeOf(passage.topics) : null;
  }

  private open(heading: Heading): void {
    this.stack.open(heading);
    const chain = subjectAt(
      { raw: heading.title, places: [], text: heading.title, origin: [...heading.title].map((_, index) => index) },
      0,
      this.vocabulary.names,
    );
    heading.subject = joinSubjects(this.stack.outer, chain?.token.headings ?? this.namedSubject(heading));
    this.subject = heading.subject;
    this.listed = null;
  }

  /** A heading that is a subject's name and nothing else: 2. 行政运行. */
  private namedSubject({ title }: Heading): SubjectHeading[] {
    const level = listsSubjects(this.stack.section) ? this.vocabulary.levels.get(title) : undefined;
    return level ? [{ level, code: null, name: title }] : [];
  }

  private passageOf(body: MarkedText): Passage {
    const { headings, section } = this.stack;
    const titles = headings.map(({ title }) => title);
    return {
      section,
      headings: headings.map(({ printed }) => printed),
      headingTopic: this.headingTopic(),
      subject: this.subject,
      project: projectOf(titles, body.text, section),
      whole: isWholeDepartment(titles, body.text),
      department: this.title?.department ?? null,
      fiscalYear: this.title?.fiscalYear ?? null,
      topics: GOES_ON.test(body.text) ? this.carried : [],
      head: null,
      reference: null,
      projectKinds: [],
      years: new Set(),
      stated: new Set(),
    };
  }

  /** The one measure a heading names: 4. 公务接待费支出情况说明. */
  private headingTopic(): Topic | null {
    if (this.subject.length > 0)
      return topicOf('subject_expenditure', subjectOf(this.subject), subjectPathOf(this.subject));
    const { section, headings } = this.stack;
    for (const heading of headings.toReversed()) {
      if (heading.kind === 0 || heading.section === null) continue;
      const topic = this.topicOfTitle(heading, section);
      if (topic) return topic;
      if (heading.section !== 'other') return null;
    }
    return null;
  }

  private topicOfTitle({ title }: Heading, section: Heading['section']): Topic | null {
    const origin = Array.from(title, (_, index) => index);
    const tokens = tokenise({ raw: title, places: [], text: title, origin }, this.vocabulary);
    const nouns = tokens.filter((token) => token.kind === 'noun' && !token.counts);
    const measures = new Set(
      nouns.flatMap((token) =>
        token.kind === 'noun' && token.concept !== 'in' && token.concept !== 'out'
          ? (resolve(token.concept, { section, topic: [], head: null, subject: false, total: false }) ?? [])
          : [],
      ),
    );
    const measure = combine([...measures]);
    if (/^(general|fund|capital)_revenue$/.test(measure ?? '') && BOTH_FLOWS.test(title)) return null;
    return measure && measures.size === 1 ? topicOf(measure) : null;
  }

  private readSentence(sentence: MarkedText, passage: Passage): void {
    const tokens = tokenise(sentence, this.vocabulary);
    passage.projectKinds = [];
    passage.years = new Set(tokens.flatMap((token) => (token.kind === 'year' ? [token.year] : [])));
    const { attachments, unread, year } = new SentenceReader(tokens, sentence, passage).read();
    const text = sentenceOf(sentence);
    for (const attachment of attachments) this.claims.push(claimOf(attachment, sentence, text, year, passage));
    const [first] = unread;
    if (first)
      this.unread.push({
        text,
        numbers: unread.map(({ printed, unit }) => `${printed}${unit}`),
        place: placeOf(sentence, first.start),
      });
  }
}

function claimOf(
  { topic, aspect, number, direction, base }: Attachment,
  sentence: MarkedText,
  text: string,
  year: number | null,
  passage: Passage,
): Claim {
  return {
    measure: topic.measure,
    aspect,
    subject: topic.subject,
    subjectPath: topic.path,
    value: number.value,
    unit: number.unit,
    decimals: number.decimals,
    direction,
    base: aspect === 'share' ? base : null,
    year,
    printed: number.printed,
    sentence: text,
    section: passage.headings,
    place: placeOf(sentence, number.start),
  };
}
