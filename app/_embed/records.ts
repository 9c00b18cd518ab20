import type { PanelCell, PanelSource } from '../../lib/panels/panel';
import { servedLicence } from '../_answers/licence';
import { embedPath, oembedPath, ownQuery } from './addresses';
import type { Shown } from './ask';
import { pagePath } from './pagePath';
import { FORMS } from './request';
import { correctionSentence, verdictSentences } from './sentences';

/** Where a figure is printed, in words: `公开03表 支出决算表 · 合计 · 基本支出：488.13（第 528 行）`. */
export const sourceText = ({ label, printed, place }: PanelSource): string =>
  `${label}：${printed}（第 ${place.line} 行）`;

export const sourcesText = (cell: PanelCell): string => cell.sources.map(sourceText).join('；');

const STATUS_WORDS: Readonly<Record<PanelCell['status'], string>> = {
  published: '公布数',
  adopted: '采用数',
  derived: '推得数',
  computed: '计算数',
  missing: '缺',
};
export const statusText = (cell: PanelCell): string =>
  `${STATUS_WORDS[cell.status]}${cell.disputed ? '（与其他公布数矛盾）' : ''}`;

/** Rows of the CSV twin: a line an item; for each account the figure, how it came about, and where it is printed. */
export function csvRows({ data }: Shown): (string | null)[][] {
  const names = data.columns.map((column) => column.label);
  const head = [
    '编码',
    '项目',
    '单位',
    ...names,
    ...names.flatMap((name) => [`${name} 状态`, `${name} 说明`, `${name} 出处`]),
  ];
  const rows = data.rows.map((row) => [
    row.code ?? null,
    row.label,
    row.unit,
    ...row.cells.map((cell) => cell.value),
    ...row.cells.flatMap((cell) => [statusText(cell), cell.reason ?? null, sourcesText(cell)]),
  ]);
  return [head, ...rows];
}

export function linksOf({ asked }: Shown, origin: string) {
  const query = ownQuery(asked);
  const own = (form: (typeof FORMS)[number]): string => `${origin}${embedPath(asked.panel.id, query, form)}`;
  return {
    page: `${origin}${pagePath(asked.panel.id, asked.accounts, asked.view)}`,
    oembed: `${origin}${oembedPath(own('html'))}`,
    ...Object.fromEntries(FORMS.map((form) => [form.replace('.json', ''), own(form)])),
  };
}

const accountsOf = ({ accounts, superseded }: Shown, origin: string) =>
  accounts.map((account) => ({
    id: account.id,
    department: account.department,
    region: account.region,
    fiscal_year: account.fiscalYear,
    revision: account.revision,
    current: !superseded.has(account.id),
    document: {
      file: account.document.file,
      sha256: account.document.sha256,
      media_type: account.document.mediaType,
      title: account.document.title,
    },
    url: `${origin}/accounts/${account.id}`,
    source_url: `${origin}/accounts/${account.id}/source`,
  }));

function corrected({ correction, asked }: Shown) {
  if (!correction) return null;
  const { kind, shows, date, changes } = correction;
  return { kind, shows, date, text: correctionSentence(correction, asked.lang), changes };
}

const judged = ({ verdict, asked }: Shown) => ({ ...verdict, text: verdictSentences(verdict, asked.lang).join('') });

/** The JSON twin: all there is of a panel but the drawing. Amounts are decimal texts. */
export function jsonOf(shown: Shown, origin: string) {
  const { chart: _chart, ...data } = shown.data;
  return {
    data_version: shown.version,
    frozen: shown.asked.pin !== null,
    pin: shown.pin,
    ...data,
    accounts: accountsOf(shown, origin),
    verdict: judged(shown),
    correction: corrected(shown),
    licence: servedLicence(),
    links: linksOf(shown, origin),
  };
}

/** What the numbers are, without the numbers. */
export function metadataOf(shown: Shown, origin: string) {
  const { data, asked } = shown;
  return {
    panel: data.panel,
    title: data.title,
    subtitle: data.subtitle,
    description: data.answer,
    data_version: shown.version,
    frozen: asked.pin !== null,
    pin: shown.pin,
    columns: data.columns,
    rows: data.rows.map(({ key, label, code, depth, unit }) => ({ key, label, code, depth, unit })),
    options: data.options,
    notes: data.notes,
    accounts: accountsOf(shown, origin),
    sources: data.sources.length,
    verdict: judged(shown),
    correction: corrected(shown),
    licence: servedLicence(),
    publisher: { name: '决算通览', url: origin },
    links: linksOf(shown, origin),
  };
}
