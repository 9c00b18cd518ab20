import { Decimal } from '../../amount';
import type { PerformanceCell, PerformanceIndicator, PerformanceTable } from '../../facts';
import type { Draft } from '../draft';
import { figureOf, figuresOf, sumOf, tableName } from './cells';

type Kind = 'points' | 'score';
const WORDS: Readonly<Record<Kind, string>> = { points: '分值', score: '得分' };

/** Rows that carry points: the indicators and, where the form scores it, the execution of the funds. */
const pointed = (
  table: PerformanceTable,
): { name: string; points: PerformanceCell | null; score: PerformanceCell | null }[] => [
  ...table.funds.map(({ name, points, score }) => ({ name: `${name}执行率`, points, score })),
  ...table.indicators.map(({ level3, level2, points, score }) => ({ name: level3 || level2, points, score })),
];

/** 得分 ≤ 分值. */
function aboveDrafts(table: PerformanceTable): Draft[] {
  return pointed(table).flatMap(({ name, points, score }): Draft[] => {
    const [most, got] = [figureOf(points), figureOf(score)];
    if (!most || !got || got.value.lte(most.value)) return [];
    return [
      {
        message: `${tableName(table)}“${name}”得分 ${got.cell.printed}，超过分值 ${most.cell.printed}`,
        places: [got.cell.place, most.cell.place],
        found: got.cell.value,
        expected: most.cell.value,
      },
    ];
  });
}

/** Indicators without points: merged cells share the figure above, so only one that ends the table is told. */
function unpointed(table: PerformanceTable, kind: Kind): PerformanceIndicator[] {
  return table.indicators.filter((indicator) => indicator[kind] === null);
}

/** A sum far off is a form of another kind (subtotals among the rows), not a slip of the pen. */
const isMisread = (sum: Decimal, total: Decimal): boolean => sum.minus(total).abs().times(5).gt(total.times(2));

function totalDraft(table: PerformanceTable, kind: Kind): Draft[] {
  const cells = table.indicators.map((indicator) => indicator[kind]);
  const own = figuresOf(cells);
  const execution = figuresOf(table.funds.map((funds) => funds[kind]));
  if (own.length < 3) return [];
  const printed = figureOf(kind === 'points' ? table.totalPoints : table.totalScore);
  const total = printed?.value ?? (kind === 'points' ? new Decimal(100) : undefined);
  if (!total) return missingScore(table);
  const sums = [sumOf([...own, ...execution.slice(-1)]), sumOf([...own, ...execution]), sumOf(own)];
  const closest = sums[0] ?? sumOf(own);
  if (sums.some(({ value }) => value.eq(total)) || isMisread(closest.value, total)) return [];
  const without = unpointed(table, kind);
  const names = without.map(({ level3, level2 }) => `“${level3 || level2}”`).join('、');
  const gapText = without.length > 0 && closest.value.lt(total) ? `；${names}没有${WORDS[kind]}` : '';
  return [
    {
      severity: gapText ? 'warning' : 'error',
      message: `${tableName(table)}${WORDS[kind]}合计${printed ? `印为 ${printed.cell.printed}` : '应为 100'}，各项${WORDS[kind]}相加为 ${closest.value}${gapText}`,
      places: [printed?.cell.place ?? table.place, ...without.flatMap(({ target }) => target?.place ?? [])],
      expected: closest.value.toString(),
      found: printed?.cell.value ?? null,
      difference: printed ? printed.value.minus(closest.value).toString() : null,
      suggestion:
        printed && !gapText
          ? {
              place: printed.cell.place,
              printed: printed.cell.printed,
              value: closest.value.toString(),
              why: `各项${WORDS[kind]}之和`,
            }
          : null,
    },
  ];
}

/** A scored table whose total has no score. */
function missingScore(table: PerformanceTable): Draft[] {
  const scored = figuresOf(table.indicators.map(({ score }) => score));
  if (scored.length < 3 || table.totalPoints === null) return [];
  const execution = figuresOf(table.funds.map(({ score }) => score)).slice(-1);
  const without = unpointed(table, 'score').map(({ level3, level2 }) => `“${level3 || level2}”`);
  const open = without.length > 0 ? `，${without.join('、')}没有得分` : '';
  return [
    {
      severity: 'note',
      message: `${tableName(table)}总分没有得分，各项得分相加为 ${sumOf([...scored, ...execution]).value}${open}`,
      places: [table.totalPoints.place],
    },
  ];
}

const WEIGHT = /[（(](\d+)分?[）)]/;
const OUTPUT = /^(数量|质量|时效|成本)/;

/** 产出指标（50分）: the indicators of a group against the points in its heading. */
function groupDrafts(table: PerformanceTable, level: 'level1' | 'level2'): Draft[] {
  const groups = new Map<string, PerformanceIndicator[]>();
  for (const indicator of table.indicators) {
    const key = `${level === 'level2' ? indicator.level1.replace(WEIGHT, '') : ''}|${indicator[level].replace(WEIGHT, '')}`;
    groups.set(key, [...(groups.get(key) ?? []), indicator]);
  }
  return [...groups.values()].flatMap((indicators): Draft[] => {
    const heading = indicators.map((indicator) => indicator[level]).find((text) => WEIGHT.test(text)) ?? '';
    const weight = WEIGHT.exec(heading)?.[1];
    const own = indicators.filter(({ level2 }) => level === 'level2' || !/^产出/.test(heading) || OUTPUT.test(level2));
    const points = figuresOf(own.map((indicator) => indicator.points));
    const added = sumOf(points).value;
    if (!weight || points.length === 0 || added.eq(weight) || (added.lt(weight) && points.length < own.length))
      return [];
    return [
      {
        severity: 'warning',
        message: `${tableName(table)}“${heading}”各项分值 ${points.map(({ value }) => value).join(' + ')} = ${added}，与标明的 ${weight} 分不符`,
        places: points.map(({ cell }) => cell.place),
        expected: weight,
        found: added.toString(),
      },
    ];
  });
}

export const pointsDrafts = (table: PerformanceTable): Draft[] => {
  const totals = [...totalDraft(table, 'points'), ...totalDraft(table, 'score')];
  const wrong = totals.some(({ severity }) => severity === 'error');
  return [
    ...aboveDrafts(table),
    ...totals,
    ...(wrong ? [] : [...groupDrafts(table, 'level1'), ...groupDrafts(table, 'level2')]),
  ];
};
