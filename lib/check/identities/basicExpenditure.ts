import type { Figure } from '../figures';
import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { hierarchySums, isSubject, isTotal, lineTerms, rowSums } from '../lines';
import { sumOf, type Term, term, terms } from '../relation';

const T6 = 'general_budget_basic_expenditure';
const PERSONNEL = ['301', '303'];
/** To 2017 also 304, 305, 306 and 308 (older economic classification). */
const OPERATING = ['302', '304', '305', '306', '307', '308', '309', '310', '311', '312', '313', '399'];

export const basicCell = (ledger: Ledger, line: string, column: 'total' | 'personnel' | 'operating' = 'total') =>
  ledger.cell(T6, line, column);

/** Total basic expenditure as 基本支出决算表 prints it: one figure, or its two parts. */
export function basicTotal(ledger: Ledger): Term[] {
  const single = basicCell(ledger, 'total') ?? basicCell(ledger, 'basic_total');
  if (single) return [term(single)];
  const parts = [basicCell(ledger, 'personnel_total'), basicCell(ledger, 'operating_total')];
  return parts.includes(undefined) ? [] : terms(parts);
}

/** 人员经费 or 公用经费 as a single figure, in whichever layout. */
export const basicPart = (ledger: Ledger, part: 'personnel' | 'operating'): Figure | undefined =>
  basicCell(ledger, `${part}_total`) ?? basicCell(ledger, 'total', part);

function classesOf(ledger: Ledger, codes: readonly string[]): Term[] {
  return codes.flatMap((code) => lineTerms(ledger, T6, code, 'total') ?? []);
}

export const BASIC_EXPENDITURE: readonly Identity[] = [
  {
    id: 'T6-01',
    title: '经济分类的类等于款之和',
    formula: '各栏：301 = Σ 301xx，302、303、307、309、310、311、312、313、399 同',
    kind: 'sum',
    source: '公开06表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T6-01', ledger, T6, isSubject),
  },
  {
    id: 'T6-02',
    title: '人员经费合计等于工资福利与对个人和家庭的补助之和',
    formula: '人员经费合计 = 301 + 303',
    kind: 'sum',
    source: '公开06表',
    severity: 'error',
    relations: (ledger) => sumOf('T6-02', basicCell(ledger, 'personnel_total'), classesOf(ledger, PERSONNEL)),
  },
  {
    id: 'T6-03',
    title: '公用经费合计等于商品和服务等各类之和',
    formula: '公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399',
    kind: 'sum',
    source: '公开06表',
    severity: 'error',
    relations: (ledger) => sumOf('T6-03', basicCell(ledger, 'operating_total'), classesOf(ledger, OPERATING)),
  },
  {
    id: 'T6-04',
    title: '基本支出合计等于人员经费与公用经费之和',
    formula: '基本支出合计 = 人员经费合计 + 公用经费合计；列表格式：各行合计 = 人员经费 + 公用经费',
    kind: 'sum',
    source: '公开06表',
    severity: 'error',
    relations(ledger) {
      const parts = [basicCell(ledger, 'personnel_total'), basicCell(ledger, 'operating_total')];
      const whole = basicCell(ledger, 'basic_total') ?? basicCell(ledger, 'total');
      const blocks = parts.includes(undefined) ? [] : sumOf('T6-04', whole, terms(parts));
      return [...blocks, ...rowSums('T6-04', ledger, T6, 'total', ['personnel', 'operating'])];
    },
  },
  {
    id: 'T6-05',
    title: '合计等于各类之和',
    formula: '各栏：合计 = Σ 经济分类的类（列表格式）',
    kind: 'sum',
    source: '公开06表（列表格式）',
    severity: 'error',
    relations: (ledger) => hierarchySums('T6-05', ledger, T6, isTotal),
  },
];
