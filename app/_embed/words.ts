import type { PanelCell } from '../../lib/panels/panel';
import type { Language } from './request';

/** What an embed says around its figures. The figures' own words are the documents', and stay Chinese. */
const ZH = {
  site: '决算通览',
  siteLine: '部门决算的阅读、核对与比较',
  table: '数据表',
  item: '项目',
  notes: '说明',
  note: '注',
  sources: '资料来源',
  colon: '：',
  stop: '。',
  accountOf: (name: string) => `${name} 年度部门决算`,
  lines: (links: string) => `第 ${links} 行`,
  fullPage: '在决算通览中打开',
  data: '数据',
  image: '图片',
  licence: '来源文件为国家机关公文，不适用著作权法（第五条）；引用请注明出处',
  dataVersion: '数据版本',
  frozen: '冻结',
  live: '看最新的',
  options: '选项',
  path: '当前位置',
  everything: '全部',
  corrected: '更正',
  wasIs: (was: string, is: string) => `${was} → ${is}`,
  more: (count: number) => `另有 ${count} 处`,
  printed: '印数',
  verdict: '核对',
};
type Words = typeof ZH;

const EN: Words = {
  site: 'Juesuan',
  siteLine: 'departmental final accounts of China, read, checked and compared',
  table: 'Data table',
  item: 'Item',
  notes: 'Notes',
  note: 'Note',
  sources: 'Sources',
  colon: ': ',
  stop: '. ',
  accountOf: (name) => `Departmental final accounts, ${name}`,
  lines: (links) => `lines ${links}`,
  fullPage: 'Open in Juesuan',
  data: 'Data',
  image: 'Image',
  licence:
    'Sources are official documents outside copyright (Copyright Law of the PRC, art. 5); please name the source',
  dataVersion: 'Data version',
  frozen: 'frozen',
  live: 'See the latest',
  options: 'Options',
  path: 'You are here',
  everything: 'All',
  corrected: 'Correction',
  wasIs: (was, is) => `${was} → ${is}`,
  more: (count) => `and ${count} more`,
  printed: 'printed',
  verdict: 'Checks',
};

export const wordsOf = (lang: Language): Words => (lang === 'en' ? EN : ZH);

/** Signs that stand beside a figure. */
export const MARKS: Readonly<
  Record<'disputed' | 'adopted' | 'derived', Record<Language, { sign: string; meaning: string }>>
> = {
  disputed: {
    zh: { sign: '疑', meaning: '公布的数字互相矛盾' },
    en: { sign: '?', meaning: 'printed figures contradict each other' },
  },
  adopted: {
    zh: { sign: '采', meaning: '几处公布的数字不一致，采用能与其他数字对上的一处' },
    en: { sign: 'a', meaning: 'printed in several places that disagree; this one is supported by the sums' },
  },
  derived: {
    zh: { sign: '推', meaning: '由公布的数字推得，并非公布数' },
    en: { sign: 'd', meaning: 'follows from printed figures, not printed itself' },
  },
};

export const marksOf = (cell: PanelCell): (keyof typeof MARKS)[] => [
  ...(cell.disputed ? (['disputed'] as const) : []),
  ...(cell.status === 'adopted' || cell.status === 'derived' ? [cell.status] : []),
];
