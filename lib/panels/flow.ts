import { type Flow, type FlowNode, flowSankey } from '../charts/flowSankey';
import { classColor, departmentStyle, mix, type Theme } from '../charts/theme';
import type { Account } from '../facts';
import { measure } from '../measured';
import type { MeasureId } from '../measures';
import { spendingBasis, spendingOn, subjectName } from '../spending';
import { chartValue, type MoneyScale, measuredCell, missingCell, moneyScale } from './cells';
import { compose, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';
import { FUNDS, type FundKey, KINDS, type Stream, type Streams, streamsOf } from './streams';

const isFund = (key: string): key is FundKey => Object.hasOwn(FUNDS, key);
const isKind = (key: string): key is keyof typeof KINDS => Object.hasOwn(KINDS, key);

const nodeLabel = (accounts: readonly Account[], key: string): string => {
  if (isFund(key)) return FUNDS[key];
  if (isKind(key)) return KINDS[key];
  const name = accounts.flatMap((account) => subjectName(account, key) ?? [])[0];
  return name ? `${key} ${name}` : key;
};

const streamKey = (stream: Stream): string => `${stream.from}-${stream.to}`;
const streamsIn = (streams: Streams | undefined): Stream[] => [...(streams?.sources ?? []), ...(streams?.uses ?? [])];

/** What a node holds as printed: the fund's expenditure, 基本支出, the 类; the rest of the money is a sum of its streams. */
function nodeCell(account: Account, key: string, scale: MoneyScale): PanelCell | undefined {
  if (key === 'other') return undefined;
  const id: MeasureId | undefined = (isFund(key) && key !== 'other') || isKind(key) ? `${key}_expenditure` : undefined;
  return measuredCell(account, id ? measure(account, id) : spendingOn(account, key), scale);
}

const ORDER = [...Object.keys(FUNDS), ...Object.keys(KINDS)];
/** Funds, then basic and project expenditure, then the 类 in the order of their codes. */
const placeOf = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : Number(key));

/** A row for each node, and below it one for each stream that leaves it. */
function rowsOf(accounts: readonly Account[], all: readonly Streams[], scale: MoneyScale): PanelRow[] {
  const streams = new Map(all.flatMap(streamsIn).map((one) => [streamKey(one), one]));
  const sorted = [...streams.values()].sort((one, other) => placeOf(one.to) - placeOf(other.to));
  const nodes = [...new Set(sorted.flatMap(({ from, to }) => [from, to]))].sort(
    (one, other) => placeOf(one) - placeOf(other),
  );
  const streamCells = (key: string): PanelCell[] =>
    accounts.map((account, at) => {
      const found = streamsIn(all[at]).find((one) => streamKey(one) === key);
      return found ? measuredCell(account, found.amount, scale) : missingCell('没有这一流向的金额');
    });
  return nodes.flatMap((node) => [
    rowOf(
      node,
      nodeLabel(accounts, node),
      scale.unit,
      accounts.map(
        (account) => nodeCell(account, node, scale) ?? missingCell('由支出决算表减去各项财政拨款推得，见下'),
      ),
      { depth: 0 },
    ),
    ...sorted
      .filter((stream) => stream.from === node)
      .map((stream) => {
        const label = `→ ${nodeLabel(accounts, stream.to)}`;
        return rowOf(streamKey(stream), label, scale.unit, streamCells(streamKey(stream)), { depth: 1 });
      }),
  ]);
}

function nodesOf(
  account: Account,
  streams: readonly Stream[],
  scale: MoneyScale,
  theme: Theme,
  position: number,
): FlowNode[] {
  const keys = [...new Set(streams.flatMap((stream) => [stream.from, stream.to]))];
  const color = departmentStyle(position, theme).color;
  return keys.map((key): FlowNode => {
    const cell = nodeCell(account, key, scale);
    return {
      key,
      label: nodeLabel([account], key),
      text: cell?.value ? cell.text : '',
      stage: isFund(key) ? 0 : isKind(key) ? 1 : 2,
      color: isFund(key)
        ? theme.quiet
        : key === 'basic'
          ? color
          : key === 'project'
            ? mix(color, theme.paper, 0.5)
            : classColor(key, theme),
      disputed: cell?.disputed === true,
    };
  });
}

function flowOf(
  account: Account,
  { sources, uses }: Streams,
  scale: MoneyScale,
  theme: Theme,
  title: string,
  at: number,
): Flow {
  const streams = [...sources, ...uses];
  const links = streams.flatMap((stream) => {
    const cell = measuredCell(account, stream.amount, scale);
    const value = chartValue(cell);
    if (value === null || value <= 0) return [];
    const label = `${nodeLabel([account], stream.from)} → ${nodeLabel([account], stream.to)} ${cell.text}`;
    return [{ from: stream.from, to: stream.to, value, label, derived: cell.status === 'derived' }];
  });
  return {
    title,
    color: mix(departmentStyle(at, theme).color, theme.ink, 0.25),
    nodes: nodesOf(account, streams, scale, theme, at),
    links,
  };
}

function sentenceOf(account: Account, { sources, uses }: Streams, name: string, scale: MoneyScale): string {
  if (sources.length === 0 && uses.length === 0) return `${name} 年没有可以相连的资金、支出和分类数字`;
  const part = (stream: Stream): string =>
    `${nodeLabel([account], stream.from)} ${measuredCell(account, stream.amount, scale).text} ${scale.unit}用于${nodeLabel([account], stream.to)}`;
  const largest = [...uses].sort((one, other) => (value(other) ?? 0) - (value(one) ?? 0))[0];
  const most = largest
    ? `，其中最大的去向是${nodeLabel([account], largest.from)}中的${nodeLabel([account], largest.to)} ${measuredCell(account, largest.amount, scale).text} ${scale.unit}`
    : '';
  return `${name} 年${sources.length > 0 ? sources.map(part).join('、') : '没有分资金的数字'}${most}`;
}

/** For ordering only. */
const value = (stream: Stream): number | undefined => stream.amount.interval?.high.toNumber();

export const flow: Panel = {
  id: 'flow',
  title: '钱从哪里来，经基本支出和项目支出流向哪里？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const theme = themeOfView(view);
    const all = accounts.map(streamsOf);
    const scale = moneyScale([
      ...accounts.map((account) => measure(account, 'year_expenditure')),
      ...all.flatMap(({ sources, uses }) => [...sources, ...uses].map((stream) => stream.amount)),
    ]);
    const names = namesOf(accounts);
    const name = (at: number): string => names[at]?.full ?? '';
    const rows = rowsOf(accounts, all, scale);
    const answer = `${accounts.map((account, at) => sentenceOf(account, all[at] ?? none, name(at), scale)).join('；')}。`;
    const flows = accounts.map((account, at) => flowOf(account, all[at] ?? none, scale, theme, name(at), at));
    const drawn = flows.filter(({ links }) => links.length > 0);
    return compose({
      panel: flow,
      accounts,
      subtitle: `单位：${scale.unit}　${yearsOf(accounts)}　资金 → 基本支出、项目支出 → 功能分类`,
      answer,
      rows,
      chart: drawn.length > 0 ? (width) => flowSankey(drawn, theme, width, answer) : null,
      notes: accounts.flatMap((account, at) => {
        const { limit } = spendingBasis(account);
        const remarks = [...(all[at]?.remarks ?? []), ...(limit ? [limit] : [])];
        return remarks.map((remark) => `${name(at)}：${remark}。`);
      }),
    });
  },
};

const none: Streams = { sources: [], uses: [], remarks: [] };
