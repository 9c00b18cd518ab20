import type { AspectId, MeasureId } from '../../measures';
import { type Concept, resolve } from './concepts';
import { type Attachment, amountMeaning, numbersFrom } from './figures';
import { printedOf } from './markedText';
import { type Topic, topicOf } from './passage';
import { projectKindOf } from './performance';
import { buysVehicles } from './purposes';
import type { SentenceState } from './sentenceState';
import type { NounToken, NumberToken } from './tokens';
import { JOINERS, type Reading, settleNoise, takeNoun } from './topics';

/** The classifiers a count is printed with. */
const UNITS: Partial<Record<MeasureId, RegExp>> = {
  headcount_quota: /^[人名个位]$/,
  headcount_quota_administrative: /^[人名个位]$/,
  headcount_quota_institution: /^[人名个位]$/,
  headcount_actual: /^[人名位]$/,
  headcount_actual_administrative: /^[人名位]$/,
  headcount_actual_institution: /^[人名位]$/,
  retirees: /^[人名位]$/,
  vehicles_kept: /^[辆台]$/,
  vehicles_purchased: /^[辆台]$/,
  equipment_kept: /^(台\(套\)|台|套|件|个)$/,
  equipment_purchased: /^(台\(套\)|台|套|件|个)$/,
  reception_batches: /^(批次|批|次|个)$/,
  reception_visitors: /^(人次|人|名)$/,
  overseas_groups: /^(个|次|批|批次)$/,
  overseas_persons: /^(人次|人|名)$/,
  performance_projects: /^[个项]$/,
  performance_score: /^分?$/,
};

/** A count and what stands around it. */
interface CountSite extends Reading {
  index: number;
}

const OVERSEAS = /出国|团组/;
/** Whose reception was named last. */
const GUESTS = /.*(?:(其他国内|外事|外宾|国\(境\)外|国外|境外)|(?<!其他)国内)(?:公务)?(?:接待|来访|来宾|团组|批次|$)/;

const guestsOf = (text: string): string | null => {
  const named = GUESTS.exec(text)?.[1];
  if (!named || named === '其他国内') return named ?? null;
  return /^外/.test(named) ? '外事' : '国（境）外';
};

/** The text since the number or the mark before. */
const clauseOf = ({ sentence, state }: CountSite, number: NumberToken): string =>
  sentence.text.slice(state.clause.start, number.start);

/** The half of the sentence a number stands in. */
const halfAround = (text: string, at: number): string =>
  (text.slice(0, at).split('；').at(-1) ?? '') + (text.slice(at).split('；')[0] ?? '');

/** The text since the last half of the sentence began. */
const halfOf = ({ sentence }: CountSite, number: NumberToken): string =>
  /[^；。(]*$/.exec(sentence.text.slice(0, number.start).replace(/\([^()]*\)/g, ''))?.[0] ?? '';

/** Batches and persons need no noun of their own where the sentence is about receptions or travel. */
function byTopic(number: NumberToken, { state }: CountSite, clause: string): MeasureId | undefined {
  const topics = [state.topics[0]?.measure, state.lastCount?.topic.measure];
  const overseas = OVERSEAS.test(clause) || topics.some((topic) => topic?.startsWith('overseas'));
  const reception = /接待/.test(clause) || topics.some((topic) => topic?.startsWith('reception'));
  if (reception && !OVERSEAS.test(clause)) {
    if (/^(批次|批)$/.test(number.unit)) return 'reception_batches';
    if (/^(人次|人)$/.test(number.unit)) return 'reception_visitors';
  }
  return overseas && /^人次?$/.test(number.unit) && /人|累计|出国/.test(clause + number.unit)
    ? 'overseas_persons'
    : undefined;
}

/** 参加团组 0 个, but also 0 个团组: the noun may follow the classifier. */
function nounAfter({ tokens, index }: CountSite): Concept | undefined {
  const next = tokens[index + 1];
  return next?.kind === 'noun' && next.counts ? next.concept : undefined;
}

function measureOf(site: CountSite, number: NumberToken, clause: string): MeasureId | undefined {
  const { state, passage, sentence } = site;
  const last = state.lastCount?.topic.measure;
  const setting = { section: passage.section, topic: last ? [last] : [], head: null, subject: false, total: false };
  const fits = (measure: MeasureId | undefined): measure is MeasureId =>
    measure !== undefined && (UNITS[measure]?.test(number.unit) ?? false);
  const concepts = [state.count?.concept, nounAfter(site)];
  for (const concept of concepts) {
    const named = concept ? resolve(concept, setting)?.[0] : undefined;
    if (fits(named) && (!named.startsWith('equipment') || LARGE.test(clause))) return named;
  }
  if (
    fits('performance_projects') &&
    passage.section === 'performance' &&
    projectKindOf(sentence.text.slice(number.end))
  )
    return 'performance_projects';
  if (/实际$/.test(clause) && state.quotas.size > 0 && number.unit === '人') return 'headcount_actual';
  const told = byTopic(number, site, clause);
  if (fits(told)) return told;
  return state.change && state.reference && state.lastCount?.unit === number.unit ? last : undefined;
}

/** Only equipment above a price is disclosed. */
const LARGE = /以上|大型|单价|单位价值/;

const PART = /^(离休|退休|在职|在编|在岗)/;

const bare = (text: string): string => text.replace(/[\s“”"]/g, '');

/** What is counted, where the words name a part: a kind of vehicle, 离休, 外事接待, 一级项目. */
function subjectOf(measure: MeasureId, site: CountSite, number: NumberToken): string | null {
  const { state, passage, sentence } = site;
  const noun = state.count;
  if (noun?.concept === 'vehicle_kind') return bare(printedOf(sentence, noun.start, noun.end));
  if (measure.startsWith('equipment'))
    return bare(printedOf(sentence, state.clause.start, number.start)).replace(
      /^.*?(?=单价|单位价值|\d|通用设备|专用设备)/,
      '',
    );
  if (measure === 'performance_score') return passage.project ?? passage.department ?? '部门整体';
  if (measure === 'performance_projects')
    return projectKindOf(sentence.text.slice(number.end), noun?.text, halfAround(sentence.text, number.start));
  if (measure.startsWith('reception')) return guestsOf(halfOf(site, number));
  return PART.exec(noun?.text ?? '')?.[1] ?? null;
}

/** A measure as its neighbours narrow it: 购置…设备, and 实有 behind the quota of one kind. */
function narrowed(measure: MeasureId, clause: string, { quotas }: SentenceState): MeasureId {
  if (measure === 'equipment_kept' && /购置/.test(clause)) return 'equipment_purchased';
  if (measure.startsWith('headcount_quota')) quotas.add(measure);
  if (measure !== 'headcount_actual' || quotas.size !== 1) return measure;
  if (quotas.has('headcount_quota_administrative')) return 'headcount_actual_administrative';
  return quotas.has('headcount_quota_institution') ? 'headcount_actual_institution' : measure;
}

const COUNTED: readonly AspectId[] = ['final', 'prior_year', 'change_on_year', 'change_on_budget', 'budget'];

/** A noun that announces a count, alone or joined to those before it. */
export function takeCountNoun(reading: Reading, token: NounToken, index: number): void {
  const { state, tokens } = reading;
  if (buysVehicles(tokens, index)) {
    takeNoun(reading, { ...token, concept: 'vehicle_purchase', counts: false }, index);
    return;
  }
  settleNoise(reading, index);
  const joins = state.count !== null && JOINERS.has(tokens[index - 1]?.text ?? '');
  state.counts = joins ? [...state.counts, token] : [token];
  state.count = token;
}

/** 公务用车购置数及保有量分别为 1 辆和 130 辆: each noun has its number; a list with fewer nouns says nothing certain. */
function attachEach(reading: Reading, index: number, numbers: readonly NumberToken[]): Attachment[] {
  const { state } = reading;
  const nouns = state.counts;
  if (nouns.length !== numbers.length) return [];
  return numbers.flatMap((number, at) => {
    state.count = nouns[at] ?? null;
    return attachOne(reading, index, number);
  });
}

/** Attaches a count of persons, vehicles, batches, projects or points. */
export function attachCount(reading: Reading, index: number): Attachment[] {
  const { tokens, state } = reading;
  const numbers = numbersFrom(tokens, index);
  if (state.counts.length > 1 && numbers.length > 1) return attachEach(reading, index, numbers);
  const token = tokens[index];
  const number = numbers[0] ?? token;
  return number?.kind === 'number' ? attachOne(reading, index, number) : [];
}

function attachOne(reading: Reading, index: number, number: NumberToken): Attachment[] {
  const { tokens, state, passage } = reading;
  const site = { tokens, state, passage, sentence: reading.sentence, index };
  const clause = clauseOf(site, number);
  const found = measureOf(site, number, clause);
  if (!found) return [];
  const measure = narrowed(found, clause, state);
  if (state.noise && !measure.startsWith('performance')) return [];
  const meaning = amountMeaning(number, state, passage);
  if (!meaning || !COUNTED.includes(meaning.aspect)) return [];
  const subject = subjectOf(measure, site, number);
  const topic: Topic = topicOf(measure, subject, subject !== null && subject === passage.project ? [subject] : []);
  state.lastCount = { topic, unit: number.unit };
  if (measure === 'performance_projects') passage.projectKinds.push(subject);
  return [{ ...meaning, topic, number: { ...number, unit: number.unit || '分' } }];
}
