import { combine } from './concepts';
import { attachCount, takeCountNoun } from './counts';
import { type Attachment, attachFigure, isFigure } from './figures';
import type { MarkedText } from './markedText';
import { isOrganisation } from './organisations';
import { type Passage, sameTopic, topicOf } from './passage';
import { COUNTED, countsVehicles, countsVisits, describes, opensSentence } from './purposes';
import { compareWithLevel, endHalf, forgetReference, inheritReference, lastYear, takeReference } from './references';
import { listsSubjects } from './sections';
import { endNumber, type SentenceState, startClause, startSentence } from './sentenceState';
import { joinSubjects } from './subjects';
import type { NumberToken, Token, WordToken } from './tokens';
import { type Reading, setBase, setTopics, settleNoise, subjectTopic, takeFlow, takeNoun } from './topics';

export interface SentenceReading {
  attachments: Attachment[];
  /** numbers that say something, but nothing that was understood */
  unread: NumberToken[];
  /** the fiscal year the sentence names */
  year: number | null;
}

const RESUMES = new Set<Token['kind']>(['reference', 'completion', 'compared']);
const STARTS = new Set<Token['kind']>(['noun', 'class', 'subject', 'economic', 'list', 'item', 'explained']);
const ENUMERATING = /[一二三]是|[①②③]|[12]、|[一二]、/;

/** Reads one sentence token by token; what it learns carries on in the passage. */
export class SentenceReader implements Reading {
  readonly state: SentenceState;
  private readonly attachments: Attachment[] = [];
  private readonly unread: NumberToken[] = [];
  private speaking: number | null = null;
  /** numbers already attached with the list they stand in */
  private readonly listed = new Set<number>();

  constructor(
    readonly tokens: readonly Token[],
    readonly sentence: MarkedText,
    readonly passage: Passage,
  ) {
    const { headingTopic, topics, head } = passage;
    this.state = startSentence(topics.length > 0 ? topics : headingTopic ? [headingTopic] : [], head);
  }

  read(): SentenceReading {
    for (const [index, token] of this.tokens.entries()) this.take(token, index);
    const { topics, known, head, year, reference } = this.state;
    Object.assign(this.passage, { topics: known ? topics : [], head, reference });
    return { ...this.withoutRivals(), year };
  }

  /** Counts of one thing that differ inside a sentence count parts that nothing names. */
  private withoutRivals(): Pick<SentenceReading, 'attachments' | 'unread'> {
    const counts = this.attachments.filter(({ aspect, number }) => aspect === 'final' && number.quantity === 'count');
    const rivals = counts.filter(({ topic, number }) =>
      counts.some((other) => sameTopic(topic, other.topic) && other.number.value !== number.value),
    );
    if (rivals.length === 0) return { attachments: this.attachments, unread: this.unread };
    const attachments = this.attachments.filter((attachment) => !rivals.includes(attachment));
    const unread = [...this.unread, ...rivals.map(({ number }) => number)].sort(
      (one, other) => one.start - other.start,
    );
    return { attachments, unread };
  }

  private take(token: Token, index: number): void {
    switch (token.kind) {
      case 'number':
        this.takeNumber(token, index);
        break;
      case 'mark':
        this.takeMark(token.text, index);
        break;
      case 'reference':
        takeReference(this.state, token, this.tokens[index + 1]);
        break;
      case 'year':
        this.takeYear(token.year, index);
        break;
      case 'subject':
        if (token.bare && !listsSubjects(this.passage.section)) {
          this.state.noise = true;
          break;
        }
        this.passage.subject = joinSubjects(this.passage.subject, token.headings);
        setTopics(this, [subjectTopic(this.passage)], index);
        break;
      case 'noise':
        this.state.noise = true;
        if (this.state.share) this.state.share.foreign = true;
        break;
      case 'explained':
      case 'item':
        break;
      default:
        this.takeWord(token, index);
    }
  }

  /** A year inside a list of names belongs to a name, one in a reason to the reason. */
  private takeYear(year: number, index: number): void {
    if (this.tokens[index - 1]?.text === '、' || this.state.blind) return;
    this.state.year ??= year;
    this.speaking = year;
    if (this.state.known && this.state.numbers > 0 && this.passage.years.size > 1) this.state.licence = true;
  }

  private takeWord(token: WordToken, index: number): void {
    const { state } = this;
    switch (token.kind) {
      case 'noun':
        if (!token.counts) {
          takeNoun(this, token, index);
          return;
        }
        takeCountNoun(this, token, index);
        break;
      case 'class':
        setTopics(this, [topicOf('subject_expenditure', token.text, [token.text])], index);
        break;
      case 'economic':
        setTopics(this, [topicOf('economic_expenditure', token.text, [token.text])], index);
        break;
      case 'level':
        this.takeLevel(token, index);
        break;
      case 'executed':
        state.executed = true;
        break;
      case 'change':
        if (/预决?算/.test(token.text) || (token.names === 'rate' && !state.reference))
          takeReference(state, { ...lastYear(token), base: 'budget', year: null });
        state.change = { direction: token.direction };
        break;
      case 'compared':
        takeReference(state, { ...lastYear(token), base: token.base, year: token.base === 'year' ? 'last' : null });
        state.change = { direction: token.direction };
        break;
      case 'unchanged':
        this.takeUnchanged(token, index);
        break;
      default:
        this.takeParticle(token, index);
    }
  }

  private takeLevel(token: WordToken & { kind: 'level' }, index: number): void {
    const { state } = this;
    if (state.share?.named && token.level !== 'final') state.share.foreign = true;
    else if (state.share && token.flow) {
      setBase(this, token.flow);
      return;
    }
    if (token.flow && token.level === 'final') takeFlow(this, token.flow, index);
    if (token.level !== 'final') compareWithLevel(state, token);
    state.level = token.level;
    state.licence = true;
  }

  private takeParticle(token: WordToken, index: number): void {
    const { state, passage } = this;
    const next = this.tokens[index + 1]?.text ?? '';
    if (token.kind === 'share' && !state.share?.named)
      state.share = { base: state.lists > 1 ? null : state.head, named: false, foreign: false };
    else if (token.kind === 'completion') state.completion = token.text;
    else if (token.kind === 'list') this.startList(passage);
    else if (token.kind === 'each') state.each = true;
    else if (describes(this.tokens, index)) state.blind = true;
    else if (token.kind === 'purpose' && opensSentence(this, index)) state.opening = true;
    else if (token.kind === 'cause' || token.kind === 'purpose') this.takeReason(token);
    else if (/中$/.test(token.text) && /^[，：]$/.test(next) && state.known) this.startList(passage);
    else if (/相比/.test(token.text) && !state.reference) takeReference(state, lastYear(token));
    else if (COUNTED.test(token.text)) settleNoise(this, index);
  }

  private takeReason({ end }: Token): void {
    this.state.blind = true;
    this.state.enumerating = ENUMERATING.test(this.sentence.text.slice(end));
  }

  private startList(passage: Passage): void {
    const { state } = this;
    state.blind = false;
    state.lists++;
    const whole = state.known ? (combine(state.topics.map(({ measure }) => measure)) ?? null) : null;
    const compared = state.lastAspect !== null && /^(change|growth)/.test(state.lastAspect);
    const budget = state.lastAspect !== null && /budget$/.test(state.lastAspect) && !compared;
    if (budget) state.listLevel = state.lastAspect === 'initial_budget' ? 'initial_budget' : 'budget';
    else state.listLevel = compared && state.finals.size === 0 ? 'blocked' : null;
    state.head = budget ? null : whole;
    state.recent = { aspect: null, topics: [] };
    inheritReference(state, passage);
  }

  private takeMark(mark: string, index: number): void {
    const { state } = this;
    const { topics, head, known, blind } = state;
    if (mark === '(') state.brackets.push({ topics, head, known, blind });
    if (mark === '、') return;
    if (state.noise && !state.blind) this.leaveClause();
    if (mark === ')') Object.assign(state, state.brackets.pop());
    state.noise = false;
    state.change = null;
    state.share = null;
    if (mark !== '：') state.completion = '';
    state.referenceLevel = false;
    if (mark !== '：') state.level = null;
    if (mark === '；') {
      endHalf(state);
      state.quotas.clear();
      this.passage.projectKinds = [];
    }
    if (state.blind) this.resume(mark, index);
    startClause(state, this.tokens[index]?.end ?? 0);
  }

  /** A clause about something unknown that held no number neither changes the topic nor carries one over. */
  private leaveClause(): void {
    const { state, passage, sentence } = this;
    const { start, counted, topics, known, carried } = state.clause;
    const mark = sentence.text.slice(start).search(/[，；：。()]/);
    const text = sentence.text.slice(start, mark < 0 ? undefined : start + mark);
    if (isOrganisation(text, passage.department)) return;
    if (!counted) Object.assign(state, { topics, known: known && !carried, carried, licence: false });
    if (state.referenceUsed || state.numbers > 0) forgetReference(state);
  }

  /** A reason ends where the sentence comes back to its topic. */
  private resume(mark: string, index: number): void {
    const next = this.tokens.slice(index + 1, index + 4).find(({ kind }) => kind !== 'filler');
    if (!next || this.state.enumerating) return;
    const returns = RESUMES.has(next.kind) || (next.kind === 'share' && /^占/.test(next.text));
    if (mark === '，' && (returns || countsVisits(this.tokens, index + 1))) this.state.blind = false;
    if (mark !== '；') return;
    if (returns || STARTS.has(next.kind)) this.state.blind = false;
    else this.state.known = false;
  }

  private takeUnchanged(token: WordToken, index: number): void {
    const { state } = this;
    const next = this.tokens[index + 1];
    const explains = next?.kind === 'cause' || next?.text === '的';
    const { reference } = state;
    state.referenceLevel = false;
    if (state.blind || state.noise || !reference || explains) return;
    if (reference.base === 'budget' && reference.year === 'last') return;
    const counted = state.latest === 'count' && state.lastCount;
    const topics = counted ? [counted.topic] : state.known ? state.topics : [];
    const both = topics.length > 1 && combine(topics.map(({ measure }) => measure));
    const unit = counted ? counted.unit : state.moneyUnit;
    const printed = token.text.replace(/^(与|较|同|比|和)/, '');
    const zero = { value: '0', negative: false, decimals: 0, quantity: 'money', unit, printed } as const;
    const aspect = reference.base === 'year' ? 'unchanged_on_year' : 'unchanged_on_budget';
    for (const topic of both ? [topicOf(both)] : topics)
      this.attachments.push({
        topic,
        aspect,
        number: { ...token, kind: 'number', ...zero },
        direction: null,
        base: null,
      });
    state.referenceUsed = true;
  }

  private takeNumber(token: NumberToken, index: number): void {
    const { state } = this;
    if (this.listed.has(token.start)) return;
    const found = state.blind ? this.attachBlind(index) : this.attach(index);
    for (const { number } of found) this.listed.add(number.start);
    this.attachments.push(...found);
    const [first] = found;
    if (first) {
      state.lastAspect = first.aspect;
      if (first.number.quantity === 'count') state.latest = 'count';
      if (first.number.quantity === 'money') {
        state.latest = 'money';
        state.moneyUnit = first.number.unit;
      }
    } else {
      this.unread.push(token);
      if (token.quantity === 'money' && state.level && state.level !== 'final') state.lastAspect = state.level;
      const amount = token.quantity === 'money' || token.quantity === 'bare';
      if (amount && state.noise && !state.blind) state.known = false;
    }
    endNumber(state, token);
  }

  private attachBlind(index: number): Attachment[] {
    return countsVehicles(this.tokens, index) ? attachCount(this, index) : [];
  }

  private attach(index: number): Attachment[] {
    const { state, passage } = this;
    if (!isFigure(this.tokens, index, state)) return attachCount(this, index);
    const funds = state.topics[0]?.measure === 'performance_funds' && state.licence;
    if (state.noise && !funds) return [];
    return attachFigure(this.tokens, index, state, passage, this.speaking);
  }
}
