import { type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { SIZES, type Theme } from './theme';

export interface FlowNode {
  /** unique within its account */
  key: string;
  label: string;
  text: string;
  /** 0 fund, 1 basic or project, 2 class */
  stage: 0 | 1 | 2;
  color: string;
  disputed: boolean;
}

export interface FlowLink {
  from: string;
  to: string;
  value: number;
  label: string;
  /** follows from printed figures, is not printed itself */
  derived: boolean;
}

export interface Flow {
  title: string;
  color: string;
  nodes: FlowNode[];
  links: FlowLink[];
}

const TITLE = 30;
/** room for one line of text, or two, between the smallest nodes */
const GAP = { wide: 17, narrow: 31 } as const;

/** One sankey an account, one below the other: money from funds over basic and project expenditure to classes. */
export function flowSankey(flows: readonly Flow[], theme: Theme, width: Width, description: string): Chart {
  let top = 0;
  const placed = flows.map((flow) => {
    const classes = flow.nodes.filter((node) => node.stage === 2).length;
    const height = flow.links.length === 0 ? 20 : Math.max(150, (classes - 1) * GAP[width] + 120);
    const place = { top, height };
    top += TITLE + height + 18;
    return { flow, place };
  });
  const option = {
    ...frame(theme, description),
    title: placed.map(({ flow, place }) => ({
      text: plainText(flow.title),
      left: 0,
      top: place.top,
      padding: [6, 0],
      textStyle: { color: theme.variant === 'print' ? theme.ink : flow.color, fontSize: SIZES.text, fontWeight: 600 },
    })),
    series: placed.map(({ flow, place }) => ({
      type: 'sankey',
      left: 2,
      right: width === 'wide' ? 250 : 128,
      top: place.top + TITLE,
      height: place.height,
      nodeWidth: 10,
      nodeGap: GAP[width],
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: 'adjacency' },
      data: flow.nodes.map((node) => nodeItem(node, theme, width)),
      links: flow.links.map((link) => linkItem(link, theme)),
    })),
  };
  return { option, height: top };
}

function nodeItem(node: FlowNode, theme: Theme, width: Width) {
  const narrow = width === 'narrow';
  return {
    name: node.key,
    depth: node.stage,
    itemStyle: {
      color: node.color,
      borderColor: node.disputed ? theme.accent : node.color,
      borderWidth: node.disputed ? 2 : 0,
    },
    label: {
      formatter: plainText(narrow ? `${node.label}\n${node.text}` : `${node.label}  ${node.text}`),
      color: node.disputed ? theme.accent : theme.ink,
      fontSize: SIZES.small,
      lineHeight: 14,
      width: narrow ? 118 : 240,
      overflow: 'truncate',
    },
    tooltip: { formatter: plainText(`${node.label} ${node.text}`) },
  };
}

const linkItem = (link: FlowLink, theme: Theme) => ({
  source: link.from,
  target: link.to,
  value: link.value,
  lineStyle: { color: link.derived ? theme.quiet : 'target', opacity: link.derived ? 0.18 : 0.34, curveness: 0.5 },
  tooltip: { formatter: plainText(link.label) },
});
