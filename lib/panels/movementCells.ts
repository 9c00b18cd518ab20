import { Decimal, formatNumber, type Interval, intersect } from '../amount';
import type { Place } from '../place';
import { boundsText, missingCell } from './cells';
import type { PanelCell, PanelSource } from './panel';

/** Decimal texts with the bounds that rounding leaves. */
export interface Bounds {
  value: string;
  low: string;
  high: string;
}

/** A stored figure with the line that prints it. */
export interface PrintedFigure extends Bounds {
  source: 'printed' | 'summed' | 'computed' | 'derived';
  disputed: boolean;
  reason: string | null;
  line: number | null;
}

/** How an amount moved from one year to the next. */
export interface Moved {
  account: string;
  /** whose document prints last year's amount: that year's own, or the same that compares itself with it */
  beforeAccount: string;
  label: string;
  now: PrintedFigure;
  before: PrintedFigure;
  change: Bounds;
  growth: Bounds | null;
  /** the rate that the document prints */
  published: PrintedFigure | null;
  /** the bounds leave no doubt about the direction */
  certain: boolean;
}

export interface MovementCells {
  now: PanelCell;
  before: PanelCell;
  change: PanelCell;
  growth: PanelCell;
}

const DECIMALS = 2;

const intervalOf = ({ low, high }: Bounds): Interval => ({ low: new Decimal(low), high: new Decimal(high) });
const placeOf = (line: number): Place => ({ page: null, sheet: null, line, cell: null, box: null });

function signed(value: string, decimals: number): string {
  const text = formatNumber(value, decimals);
  return new Decimal(value).gt(0) && /[1-9]/.test(text) ? `+${text}` : text;
}

/** As many decimals, at most two, as both bounds agree on; where they agree on none, the bounds themselves. */
export function certainText({ value, low, high }: Bounds): string {
  for (let decimals = DECIMALS; decimals >= 0; decimals -= 1) {
    const ends = [low, high].map((end) => signed(end, decimals));
    if (ends[0] === ends[1]) return signed(value, decimals);
  }
  return boundsText(low, high, 0);
}

const STATUSES = { printed: 'published', summed: 'computed', computed: 'computed', derived: 'derived' } as const;

/** A stored figure as a cell that leads to its line. */
export function storedCell(account: string, label: string, figure: PrintedFigure): PanelCell {
  const { value, low, high, source, disputed, reason, line } = figure;
  const text = formatNumber(value, DECIMALS);
  const adopted = disputed && source === 'printed' && reason?.includes('采用') === true;
  const sources: PanelSource[] = line === null ? [] : [{ account, label, printed: text, place: placeOf(line) }];
  return {
    text,
    value,
    status: adopted ? 'adopted' : STATUSES[source],
    ...(disputed ? { disputed } : {}),
    ...(reason === null ? {} : { reason }),
    low,
    high,
    sources,
  };
}

/** The printed rate where there is one, with what the amounts give beside it; else what the amounts give. */
function growthCell({ account, growth, published, now, before }: Moved): PanelCell {
  const sources = published?.line == null ? [] : storedCell(account, '比上年增减', published).sources;
  const disputed = now.disputed || before.disputed || published?.disputed === true;
  if (!growth) return missingCell('上年数为零或可能为零，增长率没有意义');
  const bounds = boundsText(growth.low, growth.high, DECIMALS);
  const computed = `按金额重算为 ${bounds} %`;
  if (!published)
    return {
      text: certainText(growth),
      value: growth.value,
      status: 'computed',
      ...(disputed ? { disputed } : {}),
      reason: `文件没有印出增减幅度，${computed}`,
      low: growth.low,
      high: growth.high,
      sources: [],
    };
  const agrees = intersect(intervalOf(published), intervalOf(growth)) !== undefined;
  return {
    text: signed(published.value, DECIMALS),
    value: published.value,
    status: 'published',
    ...(disputed ? { disputed } : {}),
    reason: agrees ? computed : `${computed}，与印出的幅度不在同一舍入范围`,
    low: published.low,
    high: published.high,
    sources,
  };
}

/** The amounts, the change and the rate of a movement, each with its bounds and its lines. */
export function movementCells(moved: Moved): MovementCells {
  const { account, beforeAccount, label, change, certain } = moved;
  const now = storedCell(account, label, moved.now);
  const before = storedCell(beforeAccount, `上年${label}`, moved.before);
  const disputed = moved.now.disputed || moved.before.disputed;
  const exact = change.low === change.high;
  return {
    now,
    before,
    change: {
      text: signed(change.value, DECIMALS),
      value: change.value,
      status: 'computed',
      ...(disputed ? { disputed } : {}),
      reason: certain
        ? `四舍五入允许的范围：${boundsText(change.low, change.high, DECIMALS)}`
        : '增减在四舍五入的范围之内，方向不能确定',
      ...(exact ? {} : { low: change.low, high: change.high }),
      sources: [...now.sources, ...before.sources],
    },
    growth: growthCell(moved),
  };
}
