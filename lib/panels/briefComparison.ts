import { Decimal, formatNumber } from '../amount';
import type { BriefFigure } from './briefFigures';
import { type Figures, type Part, type SaidNumber, type Sentence, saidNumber } from './briefSentences';

/** One account of a comparison. */
export interface Compared {
  name: string;
  figures: Figures;
}

/** What a comparison speaks of: the first key of each that may be spoken of. */
const SUBJECTS: readonly { words: string; keys: readonly string[]; ratio: boolean }[] = [
  { words: '收支总计', keys: ['total'], ratio: true },
  { words: '收支总计比上年增减', keys: ['total_published', 'total_recomputed'], ratio: false },
  { words: '本年支出合计', keys: ['year_expenditure'], ratio: true },
  { words: '项目支出占本年支出合计', keys: ['project_share'], ratio: false },
  { words: '一般公共预算财政拨款支出', keys: ['general_expenditure'], ratio: true },
  { words: '机关运行经费', keys: ['agency_operating_cost'], ratio: true },
  { words: '实有人员', keys: ['headcount_actual'], ratio: false },
];
/** So many are named one by one; of more only the ends are. */
const NAMED = 3;

interface Placed {
  name: string;
  figure: BriefFigure;
  number: SaidNumber;
}

const boundsOf = ({ cell }: BriefFigure): [low: Decimal, high: Decimal] => {
  const value = new Decimal(cell.value ?? 0);
  const decimals = cell.text.split('.')[1]?.replace(/\D.*/, '').length ?? 0;
  const half = new Decimal(10).pow(-decimals).div(2);
  return [new Decimal(cell.low ?? value.minus(half)), new Decimal(cell.high ?? value.plus(half))];
};

/** Rounding leaves open which of the two is larger. */
function overlap(one: BriefFigure, other: BriefFigure): boolean {
  const [[low, high], [least, most]] = [boundsOf(one), boundsOf(other)];
  return low.lte(most) && least.lte(high);
}

const signed = ({ figure, number }: Placed): SaidNumber =>
  figure.unit === '%' && figure.key.startsWith('total_') ? { ...number, text: `${figure.cell.text}%` } : number;

function between(highest: Placed, lowest: Placed, ratio: boolean): Part[] {
  if (overlap(highest.figure, lowest.figure)) return ['，相差在四舍五入之内'];
  const [high, low] = [new Decimal(highest.figure.cell.value ?? 0), new Decimal(lowest.figure.cell.value ?? 0)];
  if (!ratio || low.lte(0)) return [];
  return [`，前者是后者的 ${formatNumber(high.div(low), 2)} 倍`];
}

function listed(placed: readonly Placed[], words: string, ratio: boolean): Part[] {
  const [highest, lowest] = [placed[0], placed.at(-1)];
  if (!highest || !lowest) return [];
  const many = placed.length > NAMED;
  const named = many ? [highest, lowest] : placed;
  const parts = named.flatMap((one, at): Part[] => [
    at === 0 ? `${words}${many ? '最高的是' : '：'}` : many ? '，最低的是' : '，',
    `${one.name} `,
    signed(one),
  ]);
  return named.length === 2 ? [...parts, ...between(highest, lowest, ratio)] : parts;
}

const EXCLUDED = { disputed: '存疑', missing: '没有公布', consistent: '', near: '', unchecked: '' } as const;

function excluded(accounts: readonly Compared[], keys: readonly string[], placed: readonly Placed[]): string {
  const left = accounts.filter(({ name }) => !placed.some((one) => one.name === name));
  if (left.length === 0) return '';
  const words = left.map(({ name, figures }) => {
    const verdicts = keys.map((key) => figures.get(key)?.verdict ?? 'missing');
    return `${name} ${EXCLUDED[verdicts.includes('disputed') ? 'disputed' : 'missing']}`;
  });
  return `（${words.join('，')}，不参加比较）`;
}

/** What may be said of several accounts side by side: figures in doubt or missing are left out, and that is said. */
export function comparisonSentences(accounts: readonly Compared[]): Sentence[] {
  return SUBJECTS.flatMap(({ words, keys, ratio }): Sentence[] => {
    const placed = accounts
      .flatMap(({ name, figures }): Placed[] => {
        const found = keys.map((key) => ({ figure: figures.get(key), number: saidNumber(figures.get(key)) }));
        const first = found.find(({ number }) => number !== undefined);
        return first?.figure && first.number ? [{ name, figure: first.figure, number: first.number }] : [];
      })
      .sort((one, other) => new Decimal(other.figure.cell.value ?? 0).comparedTo(one.figure.cell.value ?? 0));
    if (placed.length < 2) return [];
    return [[...listed(placed, words, ratio), excluded(accounts, keys, placed), '。'].filter((part) => part !== '')];
  });
}
