import { columnBars } from '../charts/columnBars';
import type { Width } from '../charts/frame';
import { departmentStyle, themeOf } from '../charts/theme';
import type { Account } from '../facts';
import type { CheckReport } from '../findings';
import type { PrintedReason } from '../reasons';
import { comparisonSentences } from './briefComparison';
import { type BriefDispute, type BriefFigure, briefFigures, disputesOf } from './briefFigures';
import { accountSentences, type QuotedReason, quotedReasons, type Sentence } from './briefSentences';
import { chartValue } from './cells';
import { classes } from './classes';
import { compare, type Limit } from './comparison';
import { namesOf } from './naming';
import type { PanelChart, PanelData } from './panel';
import { totals } from './totals';

/** What a brief is made of: an account with what the checks say of it and why its figures changed. */
export interface BriefInput {
  account: Account;
  report: CheckReport | undefined;
  reasons: readonly PrintedReason[];
}

export interface BriefRow {
  key: string;
  label: string;
  unit: string;
  /** one an account, in order */
  figures: (BriefFigure | undefined)[];
}

export interface BriefDrawing {
  title: string;
  answer: string;
  chart: PanelChart;
}

/** One page: sentences, what is in doubt, what is missing, a table, small charts, and the lines it rests on. */
export interface Brief {
  title: string;
  /** `mark` is what sentences, table and chart call the account: nothing where it is alone, a number among many */
  accounts: { id: string; name: string; year: number; region: string | null; mark: string }[];
  sentences: Sentence[];
  reasons: { account: string; name: string; quoted: QuotedReason }[];
  disputes: { account: string; name: string; dispute: BriefDispute }[];
  /** figures in doubt beyond those that the page has room for, by account */
  furtherDisputes: { account: string; name: string; count: number }[];
  /** no relation of any of the accounts was ever checked */
  isUnchecked: boolean;
  /** contradictions that the checks found in each account, in all */
  contradictions: { account: string; name: string; count: number }[];
  /** what is not published, by what is missing */
  missing: { names: string[]; labels: { label: string; reason: string | null }[] }[];
  rows: BriefRow[];
  limits: string[];
  drawings: BriefDrawing[];
  /** lines of each document that the page's numbers stand on */
  lines: { account: string; name: string; lines: number[] }[];
}

const ROWS: readonly (readonly [key: string, label: string])[] = [
  ['total', '收支总计'],
  ['total_change', '比上年增减额'],
  ['total_published', '比上年增减（公布）'],
  ['year_revenue', '本年收入合计'],
  ['year_expenditure', '本年支出合计'],
  ['basic_expenditure', '基本支出'],
  ['project_expenditure', '项目支出'],
  ['personnel_expenditure', '人员经费'],
  ['operating_expenditure', '公用经费'],
  ['general_expenditure', '一般公共预算财政拨款支出'],
  ['fund_expenditure', '政府性基金预算财政拨款支出'],
  ['agency_operating_cost', '机关运行经费'],
  ['three_public', '“三公”经费'],
  ['headcount_actual', '实有人员'],
];

const MOST_DISPUTES = 6;
const MOST_LIMITS = 3;
const MOST_REASONS = 4;

function rowsOf(figures: readonly ReadonlyMap<string, BriefFigure>[]): BriefRow[] {
  return ROWS.flatMap(([key, label]) => {
    const cells = figures.map((own) => own.get(key));
    const unit = cells.find((cell) => cell?.unit)?.unit ?? '';
    return cells.some((cell) => cell && cell.verdict !== 'missing') ? [{ key, label, unit, figures: cells }] : [];
  });
}

/** More are called by their numbers. */
const NAMED = 3;
const NUMBERS = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'];

function marksOf(names: readonly string[]): string[] {
  if (names.length === 1) return [''];
  return names.map((name, at) => (names.length > NAMED ? (NUMBERS[at] ?? String(at + 1)) : name));
}

/** What limits the comparison; among many only what is short to say. */
function limitsOf(limits: readonly Limit[], accounts: number): string[] {
  const fits = ({ kind, text }: Limit): boolean =>
    accounts > NAMED ? kind === 'years' : kind !== 'disputed' && text.length < LONG;
  const short = limits.filter(fits);
  return short.slice(0, MOST_LIMITS).map(({ text }) => text);
}

const LONG = 130;

/** Accounts that lack the same figures are said once; the reasons only where one account stands alone. */
function missingOf(figures: readonly ReadonlyMap<string, BriefFigure>[], marks: readonly string[]): Brief['missing'] {
  const groups = new Map<string, Brief['missing'][number]>();
  figures.forEach((own, at) => {
    const labels = ROWS.flatMap(([key, label]) => {
      const figure = own.get(key);
      return figure?.verdict === 'missing' ? [{ label, reason: figure.cell.reason ?? null }] : [];
    });
    if (labels.length === 0) return;
    const key = labels.map(({ label }) => label).join();
    const group = groups.get(key) ?? { names: [], labels };
    group.names.push(marks[at] ?? '');
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** A chart only of figures that may be spoken of. */
function drawing(data: PanelData, figures: readonly ReadonlyMap<string, BriefFigure>[], keys: RegExp): BriefDrawing[] {
  const doubt = figures.some((own) =>
    [...own.values()].some(({ key, verdict }) => keys.test(key) && verdict === 'disputed'),
  );
  return data.chart && !doubt ? [{ title: data.title, answer: data.answer, chart: data.chart }] : [];
}

/** The totals side by side, of those accounts whose total may be spoken of. */
function comparedDrawing(
  names: readonly string[],
  figures: readonly ReadonlyMap<string, BriefFigure>[],
): BriefDrawing[] {
  const theme = themeOf('print');
  const bars = figures.flatMap((own, at) => {
    const figure = own.get('total');
    if (!figure || figure.verdict === 'missing' || figure.verdict === 'disputed') return [];
    const mark = { value: chartValue(figure.cell), text: figure.cell.text, label: names[at] ?? '' };
    return [{ ...mark, color: departmentStyle(at, theme).color }];
  });
  if (bars.length < 2) return [];
  const unit = figures.flatMap((own) => own.get('total')?.unit ?? [])[0] ?? '万元';
  const title = `收支总计（${unit}）`;
  const answer = `${title}：${bars.map(({ label, text }) => `${label} ${text}`).join('，')}`;
  const column = { title, short: title, color: theme.ink, bars };
  const draw = (width: Width) => columnBars([column], theme, width, answer, { rows: 'aligned', across: 1 });
  return [{ title, answer, chart: { ...draw('wide'), narrow: draw('narrow') } }];
}

/** What is in doubt in each account; the page has room for so much, of the rest it says how much there is. */
function doubtsOf(of: readonly { account: string; name: string; disputes: readonly BriefDispute[] }[]) {
  const all = of.flatMap(({ account, name, disputes }) => disputes.map((dispute) => ({ account, name, dispute })));
  const rest = all.slice(MOST_DISPUTES);
  return {
    disputes: all.slice(0, MOST_DISPUTES),
    furtherDisputes: of.flatMap(({ account, name }) => {
      const count = rest.filter((one) => one.account === account).length;
      return count > 0 ? [{ account, name, count }] : [];
    }),
  };
}

function linesOf({ id }: Account, rows: readonly BriefRow[], at: number): number[] {
  const lines = rows.flatMap(({ figures }) => {
    const figure = figures[at];
    return figure ? figure.cell.sources.filter(({ account }) => account === id).map(({ place }) => place.line) : [];
  });
  return [...new Set(lines)].sort((one, other) => one - other);
}

/** The brief of one account, or of two to eight side by side. Nothing is said on figures that fail their checks. */
export function buildBrief(inputs: readonly BriefInput[]): Brief {
  const accounts = inputs.map(({ account }) => account);
  const names = namesOf(accounts);
  const marks = marksOf(names.map(({ short }) => short));
  const markOf = (at: number): string => marks[at] ?? '';
  /** in a sentence a figure may follow: 米脂县 2023 年 */
  const nameOf = (at: number): string => markOf(at).replace(/ \d{4}$/, '$& 年');
  const figures = inputs.map(({ account, report }) => briefFigures(account, report));
  const { title, accounts: heads, limits } = compare(accounts);
  const [only] = figures;
  const alone = accounts.length === 1 && only !== undefined;
  const rows = rowsOf(figures);
  const view = { theme: 'print' };
  return {
    title: accounts.length > NAMED ? `${accounts.length} 份部门决算比较` : title,
    accounts: heads.map(({ id, name, year, region }, at) => ({ id, name, year, region, mark: markOf(at) })),
    sentences: alone
      ? accountSentences(only)
      : comparisonSentences(figures.map((own, at) => ({ name: nameOf(at), figures: own }))),
    reasons: inputs.flatMap(({ account, reasons }, at) =>
      quotedReasons(figures[at] ?? new Map(), reasons)
        .filter(({ change }) => alone || change === 'total_change')
        .slice(0, alone ? MOST_REASONS : 1)
        .map((quoted) => ({ account: account.id, name: nameOf(at), quoted })),
    ),
    ...doubtsOf(
      inputs.map(({ account, report }, at) => ({
        account: account.id,
        name: nameOf(at),
        disputes: disputesOf(figures[at] ?? new Map(), report, account),
      })),
    ),
    isUnchecked: inputs.every(({ report }) => report === undefined || report.relations.length === 0),
    contradictions: inputs.map(({ account, report }, at) => ({
      account: account.id,
      name: nameOf(at),
      count: report?.findings.filter(({ severity }) => severity === 'error').length ?? 0,
    })),
    missing: missingOf(figures, marks),
    rows,
    limits: alone ? [] : limitsOf(limits, accounts.length),
    drawings: alone
      ? [
          ...drawing(totals.build(accounts, view), figures, /^total(?:_prior)?$/),
          ...drawing(classes.build(accounts, view), figures, /^class_\d+$/),
        ]
      : comparedDrawing(
          marks.map((mark, at) => (accounts.length > NAMED ? `${mark} ${names[at]?.short ?? ''}` : mark)),
          figures,
        ),
    lines: accounts.map((account, at) => ({
      account: account.id,
      name: names[at]?.full ?? account.department,
      lines: linesOf(account, rows, at),
    })),
  };
}
