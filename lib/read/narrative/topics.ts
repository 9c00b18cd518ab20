import { WHOLE_DEPARTMENT } from '../../facts';
import type { MeasureId } from '../../measures';
import { type Concept, combine, flowOf, isGeneric, resolve, type Setting } from './concepts';
import type { MarkedText } from './markedText';
import { isOrganisation } from './organisations';
import { type Passage, type Topic, topicOf } from './passage';
import { forgetReference } from './references';
import type { SentenceState } from './sentenceState';
import { subjectOf, subjectPathOf } from './subjects';
import type { NounToken, Token } from './tokens';

/** A sentence being read: its tokens, what has been said, what it stands under. */
export interface Reading {
  tokens: readonly Token[];
  sentence: MarkedText;
  state: SentenceState;
  passage: Passage;
}

export const JOINERS = new Set(['、', '和', '及', '与', '以及']);
const NOUNS = new Set<Token['kind']>(['noun', 'class', 'subject', 'economic']);

export function settingOf({ state, passage, sentence }: Reading): Setting {
  const { topics, known, head, carried } = state;
  const measures = known ? topics.map(({ measure }) => measure) : [];
  const subject = passage.subject.length > 0 && (measures.length === 0 || measures[0] === 'subject_expenditure');
  const { section } = passage;
  const total = /总计|总额/.test(sentence.text) || state.totals;
  return { section, topic: carried && section === 'totals' ? [] : measures, head, subject, total };
}

export function subjectTopic({ subject }: Passage): Topic {
  return topicOf('subject_expenditure', subjectOf(subject), subjectPathOf(subject));
}

/** A body's name before a noun says whose amount it is; any other unknown text makes it another amount. */
export function settleNoise({ state, passage, sentence, tokens }: Reading, index: number): void {
  const before = sentence.text.slice(state.clause.start, tokens[index]?.start);
  const apposed = tokens[index - 1]?.text === '等' && /^(人员|公用|日常公用)/.test(tokens[index]?.text ?? '');
  if (state.noise && (apposed || isOrganisation(before, passage.department))) state.noise = false;
}

/** Makes the sentence speak of other topics from here on. */
export function setTopics(reading: Reading, topics: Topic[], index: number): void {
  const { state, tokens } = reading;
  if (state.share) {
    state.share.foreign = true;
    return;
  }
  if (state.blind) return;
  settleNoise(reading, index);
  const before = tokens[index - 1]?.text ?? '';
  const joins = state.group && (JOINERS.has(before) || (state.joined && before === '，'));
  state.joined = joins;
  state.topics = joins ? [...state.topics, ...topics] : topics;
  state.known = state.topics.length > 0 && !state.noise;
  state.carried = false;
  state.group = true;
  state.licence = true;
  if (state.referenceUsed && !JOINERS.has(before)) forgetReference(state);
}

/** 涉及资金 are those of the projects just counted. */
function projectKind({ passage, sentence }: Reading, start: number): string | null {
  const half = sentence.text.slice(0, start).split('；').at(-1) ?? '';
  if (/整体/.test(half)) return WHOLE_DEPARTMENT;
  return passage.projectKinds.length === 1 ? (passage.projectKinds[0] ?? null) : null;
}

/** 货物采购授予中小企业合同金额 is a part of what small enterprises were granted. */
const KINDS: Partial<Record<Concept, string>> = { goods: '货物', works: '工程', services: '服务' };

function partOf({ concept, part, text, start }: NounToken, reading: Reading, before: Token | undefined): string | null {
  if (concept === 'procurement_sme' && before?.kind === 'noun') return KINDS[before.concept] ?? null;
  if (concept === 'performance_funds') return projectKind(reading, start);
  return part
    ? text
        .replace(/(公务)?接待.*$/, '')
        .replace(/^国.*外$/, '国（境）外')
        .replace('外宾', '外事')
    : null;
}

/** 人员经费 of all basic expenditure, whatever its money: no statement prints it. */
function ofAllBasic({ state, passage }: Reading, concept: Concept): Topic[] | null {
  if (concept !== 'personnel' && concept !== 'operating') return null;
  const whole = passage.headingTopic?.measure === 'basic_expenditure' && state.head === 'basic_expenditure';
  return whole ? [topicOf(`${concept}_expenditure`, '基本支出')] : null;
}

const BY_FUND = /^(general|fund|capital)(_revenue|_expenditure)?$/;
const NARROW = /^(three_public|overseas_travel|vehicles|vehicle_|reception|conference|training|agency_|procurement_)/;
const NARROW_SECTIONS: ReadonlySet<unknown> = new Set(['three_public', 'agency', 'procurement']);

/**
 * 一般公共预算支出 12.5 万元 behind a narrower whole is its part from that fund, not the fund's expenditure; 财政拨款决算数
 * there is the whole itself.
 */
function settledByFund(reading: Reading, concept: Concept, index: number): boolean {
  const { state, passage } = reading;
  const isNarrow = [state.head, state.topics[0]?.measure].some((measure) => NARROW.test(measure ?? ''));
  if (!isNarrow && !NARROW_SECTIONS.has(passage.section)) return false;
  if (concept === 'fiscal' || concept === 'fiscal_out') return isNarrow && state.known;
  if (!BY_FUND.test(concept)) return false;
  if (!isNarrow || !state.group || !state.known) setTopics(reading, [], index);
  return true;
}

/** 22 万元，全部为公务用车运行费: the amount before is explained, no other is announced. */
const explains = (before: Token | undefined, next: Token | undefined): boolean =>
  /全部(为|是)$/.test(before?.text ?? '') && next?.kind !== 'number';

export function takeNoun(reading: Reading, token: NounToken, index: number): void {
  const { state, passage, tokens } = reading;
  const { concept } = token;
  if (state.share) {
    setBase(reading, concept);
    return;
  }
  if (concept === 'in' || concept === 'out') {
    takeFlow(reading, concept, index);
    return;
  }
  const before = tokens[index - 1];
  if (concept === 'funds' && passage.section !== 'performance') return;
  if (before?.kind === 'noun' && !before.counts && isGeneric(concept) && !isGeneric(before.concept)) return;
  if (explains(before, tokens[index + 1]) || settledByFund(reading, concept, index)) return;
  const measures = resolve(concept, settingOf(reading));
  if (measures) {
    const part = partOf(token, reading, before);
    const topics = ofAllBasic(reading, concept) ?? measures.map((measure) => topicOf(measure, part));
    setTopics(reading, topics, index);
    return;
  }
  state.licence = true;
  if (settingOf(reading).subject && state.topics.length === 0) setTopics(reading, [subjectTopic(passage)], index);
}

/** 收入, 支出, 支出决算 alone: what they mean where they stand, or the topic carried on. */
export function takeFlow(reading: Reading, flow: 'in' | 'out', index: number): void {
  const { state, passage, tokens } = reading;
  const before = tokens[index - 1];
  const setting = settingOf(reading);
  if (state.opening && passage.headingTopic && tokens[index + 1]?.kind === 'number') {
    Object.assign(state, { noise: false, opening: false });
    setTopics(reading, [passage.headingTopic], index);
    return;
  }
  const carries =
    state.blind ||
    (before !== undefined && NOUNS.has(before.kind)) ||
    (state.known && (state.topics[0]?.subject ?? null) !== null);
  const measures = carries ? null : resolve(flow, setting);
  if (measures) {
    const topics = measures.map((measure) => topicOf(measure));
    setTopics(reading, topics, index);
    return;
  }
  if (setting.subject && !state.known && !state.noise) setTopics(reading, [subjectTopic(passage)], index);
  state.licence = state.known;
}

const LOOSE: ReadonlySet<Concept> = new Set<Concept>(['in', 'out', 'in_total', 'out_total']);

/** The whole a share is taken of. */
export function setBase(reading: Reading, concept: Concept): void {
  const { state } = reading;
  if (!state.share) return;
  state.share.named = true;
  const flow = concept === 'in' || concept === 'in_total' || concept === 'year_in' ? 'revenue' : 'expenditure';
  const setting: Setting = { ...settingOf(reading), topic: [], subject: false };
  const told = LOOSE.has(concept) && state.head && flowOf({ ...setting, head: state.head }) === flow;
  if (told) state.share.base = state.head;
  else if (concept === 'year_in' || concept === 'in') state.share.base = 'year_revenue';
  else if (concept === 'year_out' || concept === 'out') state.share.base = 'year_expenditure';
  else state.share.base = baseMeasure(concept, setting);
}

function baseMeasure(concept: Concept, setting: Setting): MeasureId | null {
  return combine(resolve(concept, setting) ?? []) ?? null;
}
