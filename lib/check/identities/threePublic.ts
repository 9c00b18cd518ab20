import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { atMost, evaluate, type Relation, sumOf, term, terms } from '../relation';

const TP = 'three_public';
const LINES = ['budget', 'final'] as const;
const PARTS = ['overseas', 'vehicles', 'reception'] as const;

function inLines(ledger: Ledger, relate: (line: (typeof LINES)[number]) => Relation[]): Relation[] {
  return LINES.flatMap((line) => (ledger.row(TP, line) ? relate(line) : []));
}

export const THREE_PUBLIC: readonly Identity[] = [
  {
    id: 'TP-01',
    title: '“三公”经费合计等于三项之和',
    formula: '预算数、决算数：合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费',
    kind: 'sum',
    source: '“三公”经费表；会议费、培训费不在其内（TP-03）',
    severity: 'error',
    relations: (ledger) =>
      inLines(ledger, (line) => {
        const parts = PARTS.map((column) => ledger.cell(TP, line, column));
        return parts.includes(undefined) ? [] : sumOf('TP-01', ledger.cell(TP, line, 'total'), terms(parts));
      }),
  },
  {
    id: 'TP-02',
    title: '公务用车小计等于购置费与运行维护费之和',
    formula: '预算数、决算数：公务用车购置及运行维护费 = 购置费 + 运行维护费',
    kind: 'sum',
    source: '“三公”经费表',
    severity: 'error',
    relations: (ledger) =>
      inLines(ledger, (line) => {
        const parts = [ledger.cell(TP, line, 'vehicle_purchase'), ledger.cell(TP, line, 'vehicle_running')];
        return parts.includes(undefined) ? [] : sumOf('TP-02', ledger.cell(TP, line, 'vehicles'), terms(parts));
      }),
  },
  {
    id: 'TP-03',
    title: '会议费、培训费不计入“三公”经费合计',
    formula: '合计 = 三项之和，不加会议费、培训费（合计恰多出二者时）',
    kind: 'sum',
    source: '“三公”经费表（列示会议费、培训费的格式）',
    severity: 'error',
    relations: (ledger) =>
      inLines(ledger, (line) => {
        const total = ledger.cell(TP, line, 'total');
        const parts = terms(PARTS.map((column) => ledger.cell(TP, line, column)));
        const extra = terms([ledger.cell(TP, line, 'conference'), ledger.cell(TP, line, 'training')]);
        if (!total || parts.length < PARTS.length || !extra.some((one) => one.figure.value !== 0)) return [];
        const [own] = sumOf('TP-03', total, parts);
        const [swollen] = sumOf('TP-03', total, [...parts, ...extra]);
        return own && swollen && evaluate(own).gap > 0 && evaluate(swollen).gap === 0 ? [own] : [];
      }),
  },
  {
    id: 'X-20',
    title: '“三公”经费合计为零时各项均为零',
    formula: '合计 = 0 时：各项 ≤ 合计',
    kind: 'at most',
    source: '公开规则 R008',
    severity: 'error',
    relations: (ledger) =>
      inLines(ledger, (line) => {
        const total = ledger.cell(TP, line, 'total');
        if (total?.kind !== 'printed' || total.value !== 0) return [];
        return PARTS.flatMap((column) => {
          const part = ledger.cell(TP, line, column);
          return part && part.kind === 'printed' ? atMost('X-20', [term(part)], [term(total)]) : [];
        });
      }),
  },
];
