import type { EChartsCoreOption } from 'echarts/core';
import type { Account } from '../facts';
import type { Place } from '../place';

/** One figure on screen: what is shown, what it exactly is, how it came about, and where it is printed. */
export interface PanelCell {
  /** as shown, without unit: `3,890.08`, `−1.96`, `—` */
  text: string;
  /** exact decimal text in the column's or row's unit; null when missing */
  value: string | null;
  /**
   * published: as printed · adopted: printed in several places that disagree, this one is supported ·
   * derived: follows from printed figures (last year's level) · computed: by a metric · missing: see `reason`
   */
  status: 'published' | 'adopted' | 'derived' | 'computed' | 'missing';
  /** the figure takes part in a contradiction */
  disputed?: boolean;
  /** of a sum: only some of what it adds up is disputed, less than half */
  partly?: boolean;
  /** why it is missing, or why it was adopted, or the bounds that rounded inputs allow, in Chinese */
  reason?: string;
  /** bounds that the rounded inputs allow, decimal texts in the same unit */
  low?: string;
  high?: string;
  /** every place the figure or its inputs are printed */
  sources: PanelSource[];
}

export interface PanelSource {
  account: string;
  /** e.g. 公开03表 支出决算表 · 合计 · 基本支出, or the sentence's section */
  label: string;
  printed: string;
  place: Place;
}

export interface PanelColumn {
  key: string;
  label: string;
  unit: string | null;
  /** the account the column belongs to, for its colour and link */
  account?: string;
}

export interface PanelRow {
  key: string;
  label: string;
  /** functional or economic code, where the row is one */
  code?: string;
  /** depth in a tree of rows, 0 outermost */
  depth?: number;
  unit: string | null;
  /** one cell a column, in order */
  cells: PanelCell[];
}

export interface PanelChart {
  /** complete ECharts option, without functions, so that it can travel as JSON to the browser */
  option: EChartsCoreOption;
  /** CSS pixels at the given width; narrow = below 560 px */
  height: number;
  narrow: { option: EChartsCoreOption; height: number };
}

/** What a reader can switch in a panel; each is a query parameter of page, embed and API. */
export interface PanelOption {
  key: string;
  label: string;
  choices: { value: string; label: string }[];
  value: string;
}

/** The one object that page, embed, API, CSV and SVG render. */
export interface PanelData {
  panel: string;
  /** the question, e.g. 钱主要花在哪里？ */
  title: string;
  /** unit, scope, years */
  subtitle: string;
  /** the answer in one Chinese sentence; also the chart's alt text */
  answer: string;
  columns: PanelColumn[];
  rows: PanelRow[];
  chart: PanelChart | null;
  options: PanelOption[];
  notes: string[];
  sources: PanelSource[];
}

export interface Panel {
  id: string;
  title: string;
  /** how many accounts it can show */
  accounts: { min: number; max: number };
  build(accounts: readonly Account[], view: Readonly<Record<string, string | undefined>>): PanelData;
}
