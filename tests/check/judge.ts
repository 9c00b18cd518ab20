import { relationsOf } from '../../lib/check/account';
import { Ledger } from '../../lib/check/ledger';
import { evaluate, figuresOf, type Relation } from '../../lib/check/relation';
import { digitWeight, toTicks } from '../../lib/check/ticks';
import type { Reading } from '../../lib/facts';
import type { Finding, FindingDetail } from '../../lib/findings';
import type { Mutation } from './mutations';

/** Whether a relation of the account, as it was before, is broken by the change: what any checker could find. */
export function isDetectable(before: Reading, mutation: Mutation): boolean {
  const ledger = new Ledger(before);
  const figure = ledger.cell(mutation.statement, mutation.line, mutation.column, mutation.side ?? null);
  if (!figure) return false;
  const ticks = toTicks(mutation.wrong ?? '0', figure.unit);
  const change = Math.abs(ticks - figure.value);
  const decimals = mutation.wrong?.split('.')[1]?.length ?? (mutation.wrong === null ? figure.decimals : 0);
  const wider = digitWeight(decimals, figure.unit) / 2 - (figure.high - figure.low) / 2;
  const holds = (relation: Relation): boolean => {
    const { left, right, residual } = evaluate(relation);
    const slack = (left.high - left.low + right.high - right.low) / 2;
    return change <= slack + wider + Math.abs(residual);
  };
  return relationsOf(ledger)
    .filter((relation) => !relation.unchecked && relation.sign === '=')
    .filter((relation) => figuresOf(relation).some((other) => other.index === figure.index))
    .some((relation) => !holds(relation));
}

type Blamed = Finding & { detail: FindingDetail };

const isBlame = (finding: Finding): finding is Blamed => finding.detail?.repair != null;

/** Whether a finding's repair changes the mutated cell (or adds the lost row). */
function touches(finding: Blamed, mutation: Mutation, reading: Reading): boolean {
  const cells = finding.detail.repair?.cells ?? [];
  if (mutation.kind === 'row lost')
    return cells.some((cell) => cell.printed === '' && namesRow(cell.label, mutation.line));
  const statement = reading.statements.find((one) => one.statement === mutation.statement);
  const line = statement?.lines.find((one) => one.line === mutation.line && (one.side ?? undefined) === mutation.side);
  const fact = line?.facts.find((index) => reading.facts[index]?.column === mutation.column);
  if (fact !== undefined) return cells.some((cell) => cell.fact === fact);
  const empty = line?.empty.find((cell) => cell.column === mutation.column);
  return cells.some((cell) => cell.place.line === empty?.place.line && cell.place.cell === empty?.place.cell);
}

/** The lost row by its code, or, where no other statement prints it, as an unlisted row below its parent. */
const namesRow = (label: string, line: string): boolean =>
  label.includes(` ${line} `) || (label.includes('未列示') && label.includes(` ${line.slice(0, -2)} `));

function isExact(finding: Blamed, mutation: Mutation): boolean {
  const right = Number(mutation.right ?? 0);
  return (finding.detail.repair?.cells ?? []).some((cell) => Number(cell.value) === right);
}

export interface Judgement {
  found: boolean;
  blamed: boolean;
  exact: boolean;
}

/** What the findings say about a planted error: found at all, the right cell first, the right value first. */
export function judge(findings: readonly Finding[], mutation: Mutation, reading: Reading): Judgement {
  const serious = findings.filter((finding) => finding.severity !== 'note');
  const [first] = serious.filter(isBlame);
  const blamed = first !== undefined && touches(first, mutation, reading);
  return { found: serious.length > 0, blamed, exact: blamed && first !== undefined && isExact(first, mutation) };
}
