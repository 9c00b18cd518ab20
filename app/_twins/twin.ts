import type { PanelChart } from '../../lib/panels/panel';

export interface TwinColumn {
  /** the member's name in JSON, snake_case */
  key: string;
  /** the head in tables */
  label: string;
  /** decimal text, a number in a spreadsheet */
  number?: true;
  /** a path of this server, told with its origin */
  path?: true;
}

/** What the downloads of a page render: the same figures as the page, a row a figure. */
export interface Twin {
  /** of the file, without ending */
  name: string;
  title: string;
  subtitle: string;
  answer: string;
  /** what makes the departments peers, how many are missing, what a switch changed */
  notes: readonly string[];
  columns: readonly TwinColumn[];
  rows: readonly (readonly (string | null)[])[];
  chart: PanelChart | null;
  /** the page's own address */
  path: string;
}

export const TWIN_FORMS = ['table.csv', 'table.xlsx', 'table.json', 'chart.svg'] as const;
export type TwinForm = (typeof TWIN_FORMS)[number];

export const FORM_WORDS: Readonly<Record<TwinForm, string>> = {
  'table.csv': '数据（CSV）',
  'table.xlsx': '数据（XLSX）',
  'table.json': '数据（JSON）',
  'chart.svg': '图（SVG）',
};
