import type { MeasureId } from '../../measures';
import { type Concept, combine, flowOf, resolve, type Setting } from './concepts';
import { attachCount } from './counts';
import { type Attachment, attachFigure } from './figures';
import type { MarkedText } from './markedText';
import { isOrganisation } from './organisations';
import { type Passage, type Topic, topicOf } from './passage';
import { endNumber, type SentenceState, startSentence } from './sentenceState';
import { subjectOf, subjectPathOf } from './subjects';
import type { NumberToken, ReferenceToken, Token, WordToken } from './tokens';

export interface SentenceReading {
  attachments: Attachment[];
  /** numbers that say something, but nothing that was understood */
  unread: NumberToken[];
  /** where the topic stands unchanged against a year or a budget */
  year: number | null;
}

const NEXT_RESUMES = new Set(['reference', 'completion', 'compared']);
const NEXT_STARTS = new Set(['noun', 'class', 'subject', 'economic', 'list', 'item']);
const JOINERS = new Set(['、', '和', '及', '与']);
const ENUMERATING = /[一二三]是|[①②③]|[12]、|[一二]、/;

/** Reads one sentence token by token; what it learns carries on in the passage. */
export class SentenceReader {
  private readonly state: SentenceState;
  private readonly attachments: Attachment[] = [];
  private readonly unread: NumberToken[] = [];
  private speaking: number | null = null;
  private clauseStart = 0;
  /** numbers already attached with the list they stand in */
  private readonly listed = new Set<number>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sentence: MarkedText,
    private readonly passage: Passage,
  ) {
    const { headingTopic, topics, head } = passage;
    this.state = startSentence(topics.length > 0 ? topics : headingTopic ? [headingTopic] : [], head);
  }

  read(): SentenceReading {
    for (const [index, token] of this.tokens.entries()) this.take(token, index);
    const { topics, known, head, year } = this.state;
    this.passage.topics = known ? topics : [];
    this.passage.head = head;
    return { attachments: this.attachments, unread: this.unread, year };
  }

  private take(token: Token, index: number): void {
    switch (token.kind) {
      case 'number':
        return this.takeNumber(token, index);
      case 'mark':
        return this.takeMark(token.text, index);
      case 'reference':
        return this.takeReference(token);
      case 'year':
        return this.takeYear(token.year, index);
      case 'subject':
        this.passage.subject = token.headings;
        return this.setTopics([this.subjectTopic()], index);
      case 'noise':
        return this.takeNoise(token, index);
      case 'explained':
      case 'item':
        return;
      default:
        return this.takeWord(token, index);
    }
  }

  /** A year inside a list of names belongs to a name. */
  private takeYear(year: number, index: number): void {
    if (this.tokens[index - 1]?.text === '、') return;
    this.state.year ??= year;
    this.speaking = year;
  }

  private subjectTopic(): Topic {
    const { subject } = this.passage;
    return topicOf('subject_expenditure', subjectOf(subject), subjectPathOf(subject));
  }

  private takeWord(token: WordToken, index: number): void {
    const { state } = this;
    switch (token.kind) {
      case 'noun':
        return token.counts ? this.takeCountNoun(token) : this.takeNoun(token, index);
      case 'class':
        return this.setTopics([topicOf('subject_expenditure', token.text, [token.text])], index);
      case 'economic':
        return this.setTopics([topicOf('economic_expenditure', token.text, [token.text])], index);
      case 'level':
        if (state.share && token.flow) return this.setBase(token.flow);
        if (token.flow && token.level === 'final') this.takeFlow(token.flow, index);
        state.level = token.level;
        state.licence = true;
        return;
      case 'executed':
        state.executed = true;
        return;
      case 'change':
        state.change = { direction: token.direction };
        return;
      case 'compared':
        state.reference = {
          kind: 'reference',
          base: token.base === 'year' ? 'year' : 'budget',
          year: null,
          start: token.start,
          end: token.end,
          text: token.text,
        };
        state.change = { direction: token.direction };
        return;
      case 'unchanged':
        return this.takeUnchanged(token, index);
      default:
        return this.takeParticle(token, index);
    }
  }

  private takeParticle(token: WordToken, index: number): void {
    const { state } = this;
    if (token.kind === 'share') state.share = { base: state.lists > 1 ? null : state.head, foreign: false };
    else if (token.kind === 'completion') state.completion = true;
    else if (token.kind === 'list') this.startList();
    else if (token.kind === 'each') state.each = true;
    else if (token.kind === 'cause' || token.kind === 'purpose') this.takeReason(index);
    else if (/中$/.test(token.text) && /^[，：]$/.test(this.tokens[index + 1]?.text ?? '') && state.known)
      this.startList();
    else if (/相比|比较/.test(token.text) && !state.reference) this.takeReference(lastYear(token));
  }

  private takeReason(index: number): void {
    const rest = this.sentence.text.slice(this.tokens[index]?.end ?? 0);
    this.state.blind = true;
    this.state.enumerating = ENUMERATING.test(rest);
  }

  private startList(): void {
    const { state } = this;
    state.blind = false;
    state.lists++;
    state.head = state.known ? (combine(state.topics.map(({ measure }) => measure)) ?? null) : null;
    state.listReference = state.reference;
    state.recent = { aspect: null, topics: [] };
  }

  private setting(): Setting {
    const { topics, known, head, carried } = this.state;
    const measures = known ? topics.map(({ measure }) => measure) : [];
    const subject = this.passage.subject.length > 0 && (measures.length === 0 || measures[0] === 'subject_expenditure');
    const { section } = this.passage;
    return { section, topic: carried && section === 'totals' ? [] : measures, head, subject };
  }

  private takeNoun(token: WordToken & { kind: 'noun' }, index: number): void {
    const { concept } = token;
    if (this.state.share) return this.setBase(concept);
    if (concept === 'in' || concept === 'out') return this.takeFlow(concept, index);
    const measures = resolve(concept, this.setting());
    if (measures === null) {
      this.state.licence = true;
      if (this.setting().subject && this.state.topics.length === 0) this.setTopics([this.subjectTopic()], index);
      return;
    }
    const part =
      concept === 'performance_funds'
        ? this.projectKind()
        : token.part
          ? token.text.replace(/(公务)?接待.*$/, '')
          : null;
    this.setTopics(
      measures.map((measure) => topicOf(measure, part)),
      index,
    );
  }

  /** 涉及资金 are those of the projects just counted. */
  private projectKind(): string | null {
    const kinds = this.passage.projectKinds;
    return kinds.length === 1 ? (kinds[0] ?? null) : null;
  }

  /** 收入, 支出, 支出决算 alone: what they mean where they stand, or the topic carried on. */
  private takeFlow(flow: 'in' | 'out', index: number): void {
    const { state } = this;
    const before = this.tokens[index - 1];
    const follows =
      before !== undefined && NEXT_STARTS.has(before.kind) && before.kind !== 'list' && before.kind !== 'item';
    const setting = this.setting();
    const subject = state.known && (state.topics[0]?.subject ?? null) !== null;
    const measures = follows || subject || state.noise ? null : resolve(flow, setting);
    if (measures)
      return this.setTopics(
        measures.map((measure) => topicOf(measure)),
        index,
      );
    if (setting.subject && !state.known) this.setTopics([this.subjectTopic()], index);
    state.licence = state.known;
  }

  private setBase(concept: Concept): void {
    const { state } = this;
    if (!state.share) return;
    const flow = concept === 'in' || concept === 'in_total' ? 'revenue' : 'expenditure';
    const loose = ['in', 'out', 'in_total', 'out_total'].includes(concept);
    const setting = { ...this.setting(), topic: [], subject: false };
    if (loose && state.head && flowOf({ ...setting, head: state.head }) === flow) state.share.base = state.head;
    else if (concept === 'year_in' || concept === 'year_out' || concept === 'in' || concept === 'out')
      state.share.base = flow === 'revenue' || concept === 'year_in' ? 'year_revenue' : 'year_expenditure';
    else state.share.base = this.baseOf(concept, setting);
  }

  private baseOf(concept: Concept, setting: Setting): MeasureId | null {
    const measures = resolve(concept, setting) ?? [];
    return combine(measures) ?? null;
  }

  private setTopics(topics: Topic[], index: number): void {
    const { state } = this;
    if (state.share) {
      state.share.foreign = true;
      return;
    }
    const joined = state.group && JOINERS.has(this.tokens[index - 1]?.text ?? '');
    state.topics = joined ? [...state.topics, ...topics] : topics;
    state.known = state.topics.length > 0 && !state.noise;
    state.carried = false;
    state.group = true;
    state.licence = true;
    if (state.referenceUsed) this.forgetReference();
  }

  private forgetReference(): void {
    this.state.reference = this.state.listReference;
    this.state.referenceLevel = false;
    this.state.referenceUsed = false;
  }

  private takeCountNoun(token: WordToken & { kind: 'noun' }): void {
    const { concept, text, start, end } = token;
    this.state.count = { concept, text, start, end };
  }

  private takeReference(token: ReferenceToken): void {
    const { state } = this;
    state.reference = token;
    state.referenceLevel = !/相?比(较|对)?$|相较$/.test(token.text) || token.text === '同比';
    state.referenceUsed = false;
    const pair = combine(state.recent.topics.map(({ measure }) => measure));
    if (pair && state.recent.topics.length === 2 && state.recent.aspect === 'final') state.topics = state.recent.topics;
  }

  private takeNoise(token: Token & { kind: 'noise' }, index: number): void {
    const { state, passage } = this;
    const next = this.tokens[index + 1];
    if (next?.kind === 'year' && !state.licence) return;
    const text = next?.kind === 'filler' ? token.text + next.text : token.text;
    if (isOrganisation(token.text, passage.department) || isOrganisation(text, passage.department)) return;
    state.noise = true;
    if (state.share) state.share.foreign = true;
    if (state.carried && !state.blind) state.known = false;
  }

  private takeMark(mark: string, index: number): void {
    const { state } = this;
    if (mark === '(')
      state.brackets.push({ topics: state.topics, head: state.head, known: state.known, blind: state.blind });
    else if (mark === ')') this.closeBracket();
    if (mark === '、') return;
    if (state.noise && !state.blind) this.forgetReference();
    state.noise = false;
    state.change = null;
    state.share = null;
    state.completion = mark === '：' && state.completion;
    state.referenceLevel = false;
    if (mark !== '：') state.level = null;
    this.clauseStart = this.tokens[index]?.end ?? 0;
    if (mark === '；') this.forgetReference();
    if (state.blind) this.resume(mark, index);
  }

  private closeBracket(): void {
    const interrupted = this.state.brackets.pop();
    if (interrupted) Object.assign(this.state, interrupted);
  }

  /** A reason ends where the sentence comes back to its topic. */
  private resume(mark: string, index: number): void {
    const next = this.tokens[index + 1];
    if (!next || this.state.enumerating) return;
    const returns = NEXT_RESUMES.has(next.kind) || (next.kind === 'share' && /^占/.test(next.text));
    if (mark === '，' && returns) this.state.blind = false;
    if (mark === '；' && (returns || NEXT_STARTS.has(next.kind))) this.state.blind = false;
  }

  private takeUnchanged(token: WordToken, index: number): void {
    const { state } = this;
    const next = this.tokens[index + 1];
    const explains = this.tokens[index + 2]?.kind === 'cause' || next?.kind === 'cause' || next?.text === '的';
    if (state.blind || state.noise || !state.reference || explains) return;
    const aspect = state.reference.base === 'year' ? 'unchanged_on_year' : 'unchanged_on_budget';
    if (state.reference.base === 'budget' && state.reference.year === 'last') return;
    const counted = state.latest === 'count' && state.lastCount;
    const topics = counted ? [counted.topic] : state.known ? state.topics : [];
    const both = combine(topics.map(({ measure }) => measure));
    const unit = counted ? counted.unit : state.moneyUnit;
    const number: NumberToken = {
      ...token,
      kind: 'number',
      printed: token.text.replace(/^(与|较|同|比|和)/, ''),
      value: '0',
      negative: false,
      decimals: 0,
      quantity: 'money',
      unit,
    };
    for (const topic of topics.length > 1 && both ? [topicOf(both)] : topics)
      this.attachments.push({ topic, aspect, number, direction: null, base: null });
    state.referenceUsed = true;
  }

  private takeNumber(token: NumberToken, index: number): void {
    const { state } = this;
    if (this.listed.has(token.start)) return;
    const found = state.blind ? [] : this.attach(token, index);
    for (const { number } of found) this.listed.add(number.start);
    this.attachments.push(...found);
    if (found.length === 0) {
      this.unread.push(token);
      if (token.quantity === 'money' && state.noise && !state.blind) state.known = false;
    } else {
      state.latest = token.quantity === 'count' ? 'count' : token.quantity === 'money' ? 'money' : state.latest;
      if (token.quantity === 'money') state.moneyUnit = token.unit;
    }
    endNumber(state);
    this.clauseStart = token.end;
  }

  private attach(token: NumberToken, index: number): Attachment[] {
    const { state, passage } = this;
    const listed = this.tokens.slice(index, index + 4);
    const figure =
      token.quantity === 'money' ||
      token.quantity === 'percent' ||
      (token.quantity === 'bare' && !state.count && listed.length > 2);
    if (!figure)
      return attachCount({
        tokens: this.tokens,
        index,
        state,
        passage,
        sentence: this.sentence,
        clauseStart: this.clauseStart,
      });
    if (state.noise && !this.readsFunds()) return [];
    return attachFigure(this.tokens, index, state, passage, this.speaking);
  }

  /** 涉及预算资金 stands in sentences full of names. */
  private readsFunds(): boolean {
    return this.state.topics[0]?.measure === 'performance_funds' && this.state.licence;
  }
}

const lastYear = ({ start, end, text }: Token): ReferenceToken => ({
  kind: 'reference',
  base: 'year',
  year: 'last',
  start,
  end,
  text,
});
