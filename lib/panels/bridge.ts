import { Decimal, formatNumber } from '../amount';
import type { Width } from '../charts/frame';
import { classColor, departmentStyle, type Theme, themeOf } from '../charts/theme';
import { type WaterfallStep, waterfall } from '../charts/waterfall';
import { placeAt } from '../place';
import { boundsText, missingCell, sourcesOfCells } from './cells';
import { amountCell, type CodeAmount } from './codeAmounts';
import type { PanelCell, PanelChart, PanelColumn, PanelData, PanelRow, PanelSource } from './panel';

/** One end of a bridge: a year's 本年支出合计 with the line that prints it. */
export interface BridgeEnd {
  account: string;
  year: number;
  total: CodeAmount;
  disputed: boolean;
  line: number | null;
}

export interface BridgeStep {
  code: string;
  name: string;
  before: CodeAmount | null;
  now: CodeAmount | null;
  change: CodeAmount;
  mappedFrom: readonly string[];
  disputed: boolean;
  lines: { before: number | null; now: number | null };
}

/** Decimal texts in 万元, with the bounds of rounding. */
export interface BridgeInput {
  before: BridgeEnd;
  now: BridgeEnd;
  change: CodeAmount;
  rows: readonly BridgeStep[];
  residual: CodeAmount;
  /** rounding explains the residual */
  bounded: boolean;
  notes: readonly string[];
}

/** So many changes are drawn one by one; the rest stand as one bar, and all in the table. */
const DRAWN = 12;
const theme = themeOf('light');

/** `+6,961.05`, `−1.96`, `0.00` */
export function signedText(value: string): string {
  const text = formatNumber(value, 2);
  return new Decimal(value).gt(0) && !/^[0.,]*$/.test(text) ? `+${text}` : text;
}

function endCell({ account, total, disputed, line }: BridgeEnd, label: string): PanelCell {
  const sources: PanelSource[] =
    line === null ? [] : [{ account, label, printed: formatNumber(total.value), place: placeAt(line) }];
  return amountCell(total, sources.length > 0 ? { disputed, sources } : { disputed });
}

function codeCell(step: BridgeStep, end: BridgeEnd, side: 'before' | 'now'): PanelCell {
  const amount = step[side];
  if (!amount) return missingCell(`${end.year} 年度没有列 ${step.code} 的支出`);
  const line = step.lines[side];
  const moved = step.mappedFrom.length > 0 ? { reason: `按现行科目归并：${step.mappedFrom.join('、')}` } : {};
  if (line === null) return amountCell(amount, { disputed: step.disputed, ...moved });
  const label = `${end.year} 年 ${step.code} ${step.name}`;
  const sources = [{ account: end.account, label, printed: formatNumber(amount.value), place: placeAt(line) }];
  return amountCell(amount, { disputed: step.disputed, sources, ...moved });
}

function changeCell(change: CodeAmount, disputed: boolean): PanelCell {
  const { value, low, high } = change;
  const reason = low === high ? {} : { reason: `四舍五入允许的范围：${boundsText(low, high, 2)}` };
  return {
    text: signedText(value),
    value,
    status: 'computed',
    ...(disputed ? { disputed } : {}),
    ...reason,
    low,
    high,
    sources: [],
  };
}

/** Per cent of the whole change; nothing where there is none to divide by. */
function shareOf(change: CodeAmount, whole: CodeAmount): PanelCell {
  const total = new Decimal(whole.value);
  const certain = new Decimal(whole.low).gt(0) || new Decimal(whole.high).lt(0);
  if (!certain) return missingCell('合计没有变化，不能相除');
  const share = new Decimal(change.value).div(total).times(100);
  return { text: formatNumber(share, 2), value: share.toString(), status: 'computed', sources: [] };
}

const bySize = (one: BridgeStep, other: BridgeStep): number =>
  new Decimal(other.change.value).abs().comparedTo(new Decimal(one.change.value).abs()) ||
  (one.code < other.code ? -1 : 1);

function rowsOf(input: BridgeInput): PanelRow[] {
  const { before, now, change, residual, bounded } = input;
  const disputed = before.disputed || now.disputed;
  const steps = [...input.rows].sort(bySize).map(
    (step): PanelRow => ({
      key: step.code,
      label: step.name,
      code: step.code,
      unit: '万元',
      cells: [
        codeCell(step, before, 'before'),
        codeCell(step, now, 'now'),
        changeCell(step.change, step.disputed),
        shareOf(step.change, change),
      ],
    }),
  );
  const rest = missingCell('各项增减之和与合计增减之差');
  const total: PanelRow = {
    key: 'total',
    label: '本年支出合计',
    unit: '万元',
    cells: [
      endCell(before, `${before.year} 年本年支出合计`),
      endCell(now, `${now.year} 年本年支出合计`),
      changeCell(change, disputed),
      shareOf(change, change),
    ],
  };
  const residue: PanelRow = {
    key: 'residual',
    label: bounded ? '尾差（四舍五入之内）' : '差额（四舍五入不能解释）',
    unit: '万元',
    cells: [rest, rest, changeCell(residual, !bounded), shareOf(residual, change)],
  };
  return [total, ...steps, residue];
}

interface Drawing {
  input: BridgeInput;
  description: string;
}

function stepsOf({ before, now, rows, residual, bounded }: BridgeInput, ink: Theme): WaterfallStep[] {
  const moved = [...rows].sort(bySize).filter(({ change }) => !new Decimal(change.value).isZero());
  const [drawn, folded] = moved.length > DRAWN + 1 ? [moved.slice(0, DRAWN), moved.slice(DRAWN)] : [moved, []];
  const rest = folded.reduce((sum, { change }) => sum.plus(change.value), new Decimal(0));
  const level = (end: BridgeEnd): WaterfallStep => ({
    label: `${end.year} 年支出合计`,
    kind: 'level',
    value: Number(end.total.value),
    text: formatNumber(end.total.value, 2),
    color: departmentStyle(0, ink).color,
    disputed: end.disputed,
  });
  const step = (label: string, value: Decimal, color: string, disputed = false): WaterfallStep => ({
    label,
    kind: 'change',
    value: value.toNumber(),
    text: signedText(value.toString()),
    color,
    disputed,
  });
  return [
    level(before),
    ...drawn.map(({ code, name, change, disputed }) =>
      step(`${code} ${name}`, new Decimal(change.value), classColor(code, ink), disputed),
    ),
    ...(folded.length > 0 ? [step(`其余 ${folded.length} 个科目`, rest, ink.quiet)] : []),
    ...(new Decimal(residual.value).isZero()
      ? []
      : [step(bounded ? '尾差' : '差额', new Decimal(residual.value), ink.quiet, !bounded)]),
    level(now),
  ];
}

function chartOf({ input, description }: Drawing): PanelChart {
  const draw = (width: Width) => waterfall(stepsOf(input, theme), theme, width, description);
  return { ...draw('wide'), narrow: draw('narrow') };
}

/** A change too small beside the largest says nothing of the whole. */
const TELLING = 0.1;
const tells = (step: BridgeStep, largest: BridgeStep): boolean =>
  new Decimal(step.change.value).abs().gte(new Decimal(largest.change.value).abs().times(TELLING));

function answerOf({ before, now, change, rows }: BridgeInput, words: string): string {
  const moved = new Decimal(change.value);
  const head = `${before.year} 年支出 ${formatNumber(before.total.value, 2)} 万元，${now.year} 年 ${formatNumber(now.total.value, 2)} 万元`;
  if (moved.isZero()) return `${head}，合计没有变化。`;
  const direction = moved.isNegative() ? '减少' : '增加';
  const [first, ...others] = [...rows].sort(bySize).filter(({ change: own }) => !new Decimal(own.value).isZero());
  const second = others.find((other) => first && tells(other, first));
  const named = [first, second].flatMap((step) =>
    step ? [`${step.name}（${step.code}）${signedText(step.change.value)} 万元`] : [],
  );
  const why = named.length > 0 ? `；变动最大的${words}是${named.join('、')}` : '';
  return `${head}，${direction} ${formatNumber(moved.abs(), 2)} 万元${why}。`;
}

const LEVEL_WORDS = { class: '类', item: '项' } as const;

/** `−20801` is an amount taken out of a heading because its code counts elsewhere today. */
function mappedWords({ code, name, mappedFrom }: BridgeStep): string {
  const [into, out] = [false, true].map((isTaken) =>
    mappedFrom.filter((from) => from.startsWith('−') === isTaken).map((from) => from.replace('−', '')),
  );
  const words = [
    ...(into?.length ? [`计入原科目 ${into.join('、')} 的金额`] : []),
    ...(out?.length ? [`不计原科目 ${out.join('、')} 的金额`] : []),
  ];
  return `${code} ${name}：按现行科目归并，${words.join('，')}。`;
}

function notesOf(input: BridgeInput, by: 'class' | 'item', like: boolean): string[] {
  const { before, now, rows, residual } = input;
  const mapped = rows.filter(({ mappedFrom }) => mappedFrom.length > 0);
  const only = (side: 'before' | 'now') =>
    rows.filter((row) => row[side] !== null && row[side === 'now' ? 'before' : 'now'] === null);
  const gone = only('before');
  const added = only('now');
  const named = (steps: readonly BridgeStep[]): string =>
    `${steps
      .slice(0, 6)
      .map(({ code, name }) => `${code} ${name}`)
      .join('、')}${steps.length > 6 ? ` 等 ${steps.length} 个` : ''}`;
  return [
    `各${LEVEL_WORDS[by]}增减与尾差相加等于合计的增减；尾差 ${signedText(residual.value)} 万元，四舍五入允许 ${boundsText(residual.low, residual.high, 2)} 万元。`,
    ...input.notes.map((note) => `${note}。`.replace(/。。$/, '。')),
    ...mapped.map(mappedWords),
    ...(like ? [] : ['按各年公布的科目编码比较，改过编码的科目会一增一减。']),
    ...(gone.length > 0 ? [`只在 ${before.year} 年列支：${named(gone)}；${now.year} 年按没有支出计。`] : []),
    ...(added.length > 0 ? [`只在 ${now.year} 年列支：${named(added)}；${before.year} 年按没有支出计。`] : []),
    '金额为各年公布数，未作价格调整。',
  ];
}

/** The columns of a bridge's table. */
const columnsOf = ({ before, now }: BridgeInput): PanelColumn[] => [
  { key: 'before', label: `${before.year} 年`, unit: null, account: before.account },
  { key: 'now', label: `${now.year} 年`, unit: null, account: now.account },
  { key: 'change', label: '增减', unit: null },
  { key: 'share', label: '占增减额', unit: '%' },
];

/** So many codes explain a change. */
const LEADING = 3;

/** The rows that moved most, as the bridge's table has them. */
export function leadingRows(input: BridgeInput): { columns: PanelColumn[]; rows: PanelRow[] } {
  const [largest] = [...input.rows].sort(bySize);
  const telling = input.rows.filter((step) => largest && tells(step, largest) && Number(step.change.value) !== 0);
  const steps = [...telling].sort(bySize).slice(0, LEADING);
  const rows = rowsOf(input).filter(({ key }) => steps.some(({ code }) => code === key));
  return { columns: columnsOf(input).map(({ account: _account, ...column }) => column), rows };
}

/** What changed from one year to another by codes: a waterfall whose steps and residual sum to the change. */
export function bridgePanel(input: BridgeInput, { by, like }: { by: 'class' | 'item'; like: boolean }): PanelData {
  const rows = rowsOf(input);
  const words = LEVEL_WORDS[by];
  const answer = answerOf(input, words);
  return {
    panel: 'bridge',
    title: `从 ${input.before.year} 年到 ${input.now.year} 年，变在哪些${words}？`,
    subtitle: `单位：万元　支出功能分类按${words}　${input.before.year}、${input.now.year} 年`,
    answer,
    columns: columnsOf(input),
    rows,
    chart: chartOf({ input, description: answer }),
    options: [],
    notes: notesOf(input, by, like),
    sources: sourcesOfCells(rows.flatMap((row) => row.cells)),
  };
}
