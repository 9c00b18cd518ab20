import { Decimal } from '../amount';
import { comparedWords, type PrintedReason } from '../reasons';
import type { BriefFigure } from './briefFigures';
import type { PanelSource } from './panel';

/** A number in a sentence, with what the checks say of it. */
export interface SaidNumber {
  text: string;
  verdict: 'consistent' | 'near' | 'unchecked';
  source: PanelSource | null;
}
export type Part = string | SaidNumber;

/** A sentence of plain words and numbers; every number carries its verdict. */
export type Sentence = readonly Part[];

/** How a verdict is printed behind its number. */
export const SIGNS = { consistent: '✓', near: '≈', unchecked: '○', disputed: '×', missing: '' } as const;
export const SIGN_WORDS = {
  consistent: '与文件中其他数字相符（四舍五入之内）',
  near: '与按增减额重算的相差不超过末位一个单位',
  unchecked: '文件中没有可核对的数字',
  disputed: '存疑：印出的数字互相矛盾，不作叙述',
} as const;

/** Of accounts that were never checked. */
export const NEVER_CHECKED = '未经核对';

export type Figures = ReadonlyMap<string, BriefFigure>;

/** One thing a sentence says. `full` stands alone; `short` leans on the clause before, which must be `after`. */
interface Clause {
  key: string;
  full: (number: SaidNumber, figure: BriefFigure) => Part[];
  after?: string;
  short?: (number: SaidNumber, figure: BriefFigure) => Part[];
  /** changes and rates lose their sign, the word says it */
  unsigned?: boolean;
}

type Sayable = BriefFigure & Pick<SaidNumber, 'verdict'>;

const isSayable = (figure: BriefFigure | undefined): figure is Sayable =>
  figure !== undefined && figure.verdict !== 'disputed' && figure.verdict !== 'missing';

const bare = (text: string): string => text.replace(/^[+−-]/, '');
const withUnit = (text: string, unit: string): string =>
  unit === '%' ? `${text}%` : unit === '' ? text : `${text} ${unit}`;

/** A figure as a number of a sentence; undefined for one that must not be spoken of. */
export function saidNumber(figure: BriefFigure | undefined, unsigned = false): SaidNumber | undefined {
  if (!isSayable(figure)) return undefined;
  const { cell, unit, verdict } = figure;
  const text = withUnit(unsigned ? bare(cell.text) : cell.text.replace(/^\+/, ''), unit);
  return { text, verdict, source: cell.sources[0] ?? null };
}

const signOf = ({ cell }: BriefFigure): number => {
  const value = new Decimal(cell.value ?? 0);
  return value.isZero() ? 0 : value.isNegative() ? -1 : 1;
};

/** Joins what may be said; nothing at all where nothing may be. */
export function sentenceOf(figures: Figures, clauses: readonly Clause[]): Sentence | undefined {
  const said: Part[][] = [];
  let last: string | undefined;
  for (const { key, full, short, after, unsigned } of clauses) {
    const figure = figures.get(key);
    const number = saidNumber(figure, unsigned);
    if (!figure || !number) continue;
    if (after !== undefined && short && last !== undefined && chain(clauses, last, after))
      said.push(short(number, figure));
    else said.push(full(number, figure));
    last = key;
  }
  if (said.length === 0) return undefined;
  return [...said.flatMap((parts, at) => (at === 0 ? parts : ['，', ...parts])), '。'];
}

/** A clause leans on one before it also through others that lean on the same. */
function chain(clauses: readonly Clause[], last: string, wanted: string): boolean {
  if (last === wanted) return true;
  const before = clauses.find(({ key }) => key === last);
  return before?.after === wanted;
}

const level = (key: string, words: string): Clause => ({ key, full: (number) => [`${words} `, number] });

const moved = (
  figure: BriefFigure,
  base: string,
  number: SaidNumber,
  [more, less]: readonly [string, string],
): Part[] => {
  const sign = signOf(figure);
  return sign === 0
    ? [`${base === '' ? '' : `与${base}`}持平（`, number, '）']
    : [`${base === '' ? '' : `比${base}`}${sign > 0 ? more : less} `, number];
};

/** Level, change and rate of one figure on the year; the rate as published, else as recomputed. */
function onYear(figures: Figures, words: string, at: { level: string; stem: string }): Clause[] {
  const { stem } = at;
  const rate = isSayable(figures.get(`${stem}_published`)) ? `${stem}_published` : `${stem}_recomputed`;
  const change: Clause = {
    key: `${stem}_change`,
    unsigned: true,
    full: (number, figure) => [words, ...moved(figure, '上年', number, ['增加', '减少'])],
    after: at.level,
    short: (number, figure) => moved(figure, '上年', number, ['增加', '减少']),
  };
  const isAgain = rate.endsWith('_recomputed');
  const note = isAgain ? ['（按增减额重算）'] : [];
  const hasChange = isSayable(figures.get(`${stem}_change`));
  return [
    level(at.level, words),
    change,
    {
      key: rate,
      unsigned: true,
      full: (number, figure) => [words, ...moved(figure, '上年', number, ['增长', '下降']), ...note],
      after: hasChange ? `${stem}_change` : at.level,
      short: (number, figure) => [...moved(figure, hasChange ? '' : '上年', number, ['增长', '下降']), ...note],
    },
  ];
}

const share = (key: string, of: string, words: string): Clause => ({
  key,
  full: (number) => [`${words}占本年支出合计的 `, number],
  after: of,
  short: (number) => ['占 ', number],
});

const MOST_CLASSES = 3;

/** The largest 类, of those that may be spoken of. */
function classClauses(figures: Figures): Clause[] {
  const all = [...figures.values()].filter(({ key, cell }) => /^class_\d+$/.test(key) && cell.value !== null);
  const largest = all
    .filter(isSayable)
    .sort((one, other) => new Decimal(other.cell.value ?? 0).comparedTo(one.cell.value ?? 0))
    .slice(0, MOST_CLASSES);
  const doubt = all.length > largest.length && all.some((figure) => !isSayable(figure));
  return largest.flatMap(({ key, label }, at) => [
    level(
      key,
      `${at === 0 ? `支出${doubt ? '（存疑的类除外）' : ''}最多的类是` : at === 1 ? '其次是' : '再次是'}${label}`,
    ),
    share(`${key}_share`, key, label),
  ]);
}

/** What one account's brief says, in order; each sentence is there only as far as its figures may be spoken of. */
export function accountSentences(figures: Figures): Sentence[] {
  return [
    onYear(figures, '收支总计', { level: 'total', stem: 'total' }),
    [
      level('year_expenditure', '本年支出合计'),
      level('basic_expenditure', '基本支出'),
      share('basic_share', 'basic_expenditure', '基本支出'),
      level('project_expenditure', '项目支出'),
      share('project_share', 'project_expenditure', '项目支出'),
    ],
    [level('personnel_expenditure', '基本支出中人员经费'), level('operating_expenditure', '公用经费')],
    classClauses(figures),
    onYear(figures, '一般公共预算财政拨款支出', { level: 'general_expenditure', stem: 'general_budget' }),
    onYear(figures, '机关运行经费', { level: 'agency_operating_cost', stem: 'agency_operating_cost' }),
    [level('three_public', '“三公”经费'), level('conference', '会议费'), level('training', '培训费')],
    [level('headcount_actual', '实有人员'), level('headcount_quota', '人员编制')],
  ]
    .map((clauses) => sentenceOf(figures, clauses))
    .filter((sentence) => sentence !== undefined);
}

/** Which change a reason explains; nothing is quoted for a change that is in doubt. */
const CHANGES: Readonly<Record<string, string>> = {
  total_revenue_expenditure: 'total_change',
  total_expenditure: 'total_change',
  total_revenue: 'total_change',
  year_expenditure: 'total_change',
  general_expenditure: 'general_budget_change',
  agency_operating_cost: 'agency_operating_cost_change',
};

export interface QuotedReason {
  /** key of the change it explains */
  change: string;
  words: string;
  reason: PrintedReason;
}

/** The reasons of the changes that the sentences speak of, each text once. */
export function quotedReasons(figures: Figures, reasons: readonly PrintedReason[]): QuotedReason[] {
  const told = new Set<string>();
  return reasons.flatMap((reason) => {
    const change = CHANGES[reason.measure];
    if (reason.basis !== 'year' || change === undefined || !isSayable(figures.get(change)) || told.has(reason.text))
      return [];
    told.add(reason.text);
    return [{ change, words: `${reason.label}${comparedWords(reason)}`, reason }];
  });
}

/** `收支总计 8,680.23 万元✓，…`, for readers of plain text and for tests. */
export const plainSentence = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : `${part.text}${SIGNS[part.verdict]}`)).join('');
