import type { MoneyUnit } from '../amount';
import { FEN_PER_UNIT } from '../amount';
import type { Reading } from '../facts';
import type { Finding } from '../findings';
import { STATEMENTS, type StatementId } from '../statements';
import { relationsOf } from './account';
import type { CheckCard } from './check';
import { isPrinted } from './figures';
import { Ledger } from './ledger';
import { evaluate, figuresOf, type Relation } from './relation';

/** The unit printed over a statement is not that of its figures: 元 over amounts in 万元, or the other way round. */
export const STATEMENT_UNIT: CheckCard = {
  id: 'X-30',
  title: '表头的金额单位与表中数字相符',
  formula: '换算单位后，本表与其他表、文字的关系成立',
  kind: 'equality',
  source: '由各表之间的关系推定',
  severity: 'error',
};

/** So many relations to other places must speak for another unit, and nearly all of them. */
const WITNESSES = 3;
const NEARLY_ALL = 0.8;
const UNITS: readonly MoneyUnit[] = ['元', '千元', '万元'];

function rescaled(reading: Reading, statements: ReadonlySet<StatementId>, unit: MoneyUnit): Reading {
  return {
    ...reading,
    statements: reading.statements.map((one) => (statements.has(one.statement) ? { ...one, unit } : one)),
    facts: reading.facts.map((fact) => (statements.has(fact.statement) ? { ...fact, unit } : fact)),
  };
}

/** Relations between the statements and anything else that say something about amounts. */
function witnesses(relations: readonly Relation[], statements: ReadonlySet<StatementId>): Relation[] {
  return relations.filter((relation) => {
    const printed = figuresOf(relation).filter((figure) => isPrinted(figure) && figure.value !== 0);
    const inside = printed.filter((figure) => figure.statement !== null && statements.has(figure.statement));
    return !relation.unchecked && relation.sign === '=' && inside.length > 0 && inside.length < printed.length;
  });
}

const broken = (relations: readonly Relation[]): number =>
  relations.filter((relation) => evaluate(relation).state === 'contradiction').length;

/** The unit that makes the statements agree with everything else, where the printed one does not. */
function fittingUnit(
  reading: Reading,
  statements: ReadonlySet<StatementId>,
  relations: readonly Relation[],
): MoneyUnit | undefined {
  const before = witnesses(relations, statements);
  if (before.length < WITNESSES || broken(before) < NEARLY_ALL * before.length) return undefined;
  const printed = reading.facts.find((fact) => statements.has(fact.statement))?.unit;
  return UNITS.find((unit) => {
    if (unit === printed) return false;
    const after = witnesses(relationsOf(new Ledger(rescaled(reading, statements, unit))), statements);
    return after.length >= WITNESSES && broken(after) <= (1 - NEARLY_ALL) * after.length;
  });
}

function findingOf(reading: Reading, statement: StatementId, unit: MoneyUnit): Finding[] {
  const found = reading.statements.find((one) => one.statement === statement && one.state === 'filled');
  if (!found) return [];
  const times = FEN_PER_UNIT[found.unit] / FEN_PER_UNIT[unit];
  return [
    {
      check: STATEMENT_UNIT.id,
      severity: STATEMENT_UNIT.severity,
      message: `${STATEMENTS[statement].title}的金额单位印为“${found.unit}”，数字实为“${unit}”（与其他表、文字相差 ${times > 1 ? times : 1 / times} 倍）`,
      places: [found.place],
      expected: null,
      found: null,
      difference: null,
      suggestion: { place: found.place, printed: found.unit, value: unit, why: '元与万元混用' },
      detail: null,
    },
  ];
}

/** Statements whose unit is misprinted, and the reading as it is meant; undefined where all units fit. */
export function settleUnits(
  reading: Reading,
  relations: readonly Relation[],
): { reading: Reading; findings: Finding[] } | undefined {
  if (broken(relations) < WITNESSES) return undefined;
  const filled = [...new Set(reading.facts.map((fact) => fact.statement))];
  for (const group of [...filled.map((statement) => [statement]), filled]) {
    const unit = fittingUnit(reading, new Set(group), relations);
    if (!unit) continue;
    const meant = rescaled(reading, new Set(group), unit);
    const own = group.flatMap((statement) => findingOf(reading, statement, unit));
    const more = settleUnits(meant, relationsOf(new Ledger(meant)));
    return more ? { reading: more.reading, findings: [...own, ...more.findings] } : { reading: meant, findings: own };
  }
  return undefined;
}
