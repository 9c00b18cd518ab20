import { Decimal, FEN_PER_UNIT, gap, isMoneyUnit, scale } from '../../amount';
import type { Claim, PerformanceTable, Reading } from '../../facts';
import type { Suggestion } from '../../findings';
import type { Draft } from '../draft';
import { figureText, levelIn } from '../levels';
import { bareName, type Figure, figureOf, figuresOf, sumOf, tableName, tableNamed, totalFunds } from './cells';

/** 部门重点评价 and 财政评价 are other evaluations with scores of their own. */
const OTHER_EVALUATION = /重点评价|财政评价|重点绩效评价|附件/;
const isSelf = (claim: Claim): boolean => !OTHER_EVALUATION.test(claim.section.join('') + (claim.subject ?? ''));

/** The table a claim of the narrative is about: by its project's name, or the only one of the department. */
function tableOf(reading: Reading, claim: Claim): PerformanceTable | undefined {
  const departments = reading.performance.filter(({ kind }) => kind === 'department');
  const isWhole =
    claim.measure.startsWith('whole_') || /整体/.test(claim.section.join('')) || /部门整体/.test(claim.sentence);
  const about = claim.subject === null || claim.subject === reading.document.department;
  if (isWhole && about) return departments.length === 1 ? departments[0] : undefined;
  const projects = reading.performance.filter(({ kind }) => kind !== 'department');
  return claim.subject === null ? undefined : tableNamed(projects, claim.subject);
}

/** 得分 in the text against 总分 of the table. */
function scoreDrafts(reading: Reading): Draft[] {
  return reading.claims.flatMap((claim, index): Draft[] => {
    if (claim.measure !== 'performance_score' || claim.aspect !== 'final' || !isSelf(claim)) return [];
    const table = tableOf(reading, claim);
    const total = figureOf(table?.totalScore);
    if (!table || !total || total.value.eq(claim.value)) return [];
    return [
      {
        message: `文字称自评得分 ${figureText(claim)} 分，${tableName(table)}总分为 ${total.cell.printed}`,
        places: [claim.place, total.cell.place],
        expected: total.cell.value,
        found: claim.value,
        difference: new Decimal(claim.value).minus(total.value).toString(),
        suggestion: proposal(claim, total),
        claims: [index],
      },
    ];
  });
}

const FUNDS: Readonly<Partial<Record<Claim['measure'], 'budget' | 'executed'>>> = {
  project_budget: 'budget',
  project_executed: 'executed',
  whole_budget: 'budget',
  whole_executed: 'executed',
};

/** 全年预算数 and 执行数 in the text against the table. */
function fundsDrafts(reading: Reading): Draft[] {
  return reading.claims.flatMap((claim, index): Draft[] => {
    const column = FUNDS[claim.measure];
    const isLevel = claim.unit !== '%' && claim.direction === null && claim.aspect !== 'initial_budget';
    if (!column || !isLevel || !isSelf(claim) || !isMoneyUnit(claim.unit)) return [];
    const table = tableOf(reading, claim);
    const total = table && totalFunds(table);
    const printed = figureOf(total?.[column]);
    if (!table || !total || !printed) return [];
    const own = levelIn(reading, claim, index);
    if (gap(own.interval, scale(printed.interval, FEN_PER_UNIT[table.unit])).isZero()) return [];
    return [
      {
        message: `文字称${claim.subject ?? '部门整体支出'}${column === 'budget' ? '全年预算数' : '执行数'} ${figureText(claim)} ${claim.unit}，${tableName(table)}为 ${printed.cell.printed} ${table.unit}`,
        places: [claim.place, printed.cell.place],
        expected: printed.cell.value,
        found: claim.value,
        suggestion: proposal(claim, printed),
        claims: [index],
      },
    ];
  });
}

/** The tables whose projects a sentence names. */
const tablesNamed = (reading: Reading, sentence: string): PerformanceTable[] => {
  const text = sentence.replace(/\s/g, '');
  return reading.performance.filter(({ kind, subject }) => {
    const name = bareName(subject);
    return kind !== 'department' && name.length >= 4 && text.includes(name);
  });
};

/** 「甲、乙等 2 个项目……涉及资金」 against the sum of the tables it names, when it names as many as it counts. */
function coverageDrafts(reading: Reading): Draft[] {
  return reading.claims.flatMap((claim, index): Draft[] => {
    if (claim.measure !== 'performance_funds' || claim.aspect !== 'final' || !isMoneyUnit(claim.unit)) return [];
    const tables = tablesNamed(reading, claim.sentence);
    const count = reading.claims.find(
      (one) => one.measure === 'performance_projects' && one.sentence === claim.sentence,
    );
    const special = tables.length === 1 && tables[0]?.kind === 'special_fund';
    const unit = tables[0]?.unit ?? '万元';
    if (!count || tables.some((table) => table.unit !== unit) || !(special || tables.length === Number(count.value)))
      return [];
    const totals = tables.flatMap((table) => figureOf(totalFunds(table)?.executed ?? totalFunds(table)?.budget) ?? []);
    if (totals.length !== tables.length || totals.length === 0) return [];
    const sums = [sumOf(totals), sumOf(figuresOf(tables.map((table) => totalFunds(table)?.budget)))];
    const own = levelIn(reading, claim, index);
    if (sums.some(({ interval }) => gap(own.interval, scale(interval, FEN_PER_UNIT[unit])).isZero())) return [];
    const added = sumOf(totals).value.toString();
    const why = '各自评表资金总额之和';
    return [
      {
        message: `文字称 ${count.value} 个项目涉及资金 ${figureText(claim)} ${claim.unit}，${why}为 ${added} ${unit}`,
        places: [claim.place, ...totals.map(({ cell }) => cell.place)],
        expected: added,
        found: claim.value,
        suggestion: { place: claim.place, printed: claim.printed, value: added, why },
        claims: [index],
      },
    ];
  });
}

/** 「等 5 个一级项目的绩效自评结果」: as many as are named, and as there are tables. */
function countDrafts(reading: Reading): Draft[] {
  return reading.claims.flatMap((claim, index): Draft[] => {
    if (claim.measure !== 'performance_projects' || claim.aspect !== 'final' || !/反映/.test(claim.sentence)) return [];
    const tables = tablesNamed(reading, claim.sentence);
    const all = reading.performance.filter(({ kind }) => kind === 'project');
    const several = reading.claims.filter((one) => one.measure === claim.measure && one.sentence === claim.sentence);
    if (
      several.length > 1 ||
      tables.length < 2 ||
      tables.length !== all.length ||
      tables.length === Number(claim.value)
    )
      return [];
    return [
      {
        severity: 'warning',
        message: `文字称反映 ${claim.value} 个项目的自评结果，所列项目和自评表都是 ${tables.length} 个`,
        places: [claim.place],
        expected: String(tables.length),
        found: claim.value,
        suggestion: {
          place: claim.place,
          printed: claim.printed,
          value: String(tables.length),
          why: '与所列项目和自评表的数目相符',
        },
        claims: [index],
      },
    ];
  });
}

const proposal = (claim: Claim, { cell }: Figure): Suggestion => ({
  place: claim.place,
  printed: claim.printed,
  value: cell.value ?? '',
  why: '与自评表一致',
});

export const narratedDrafts = (reading: Reading): Draft[] => [
  ...scoreDrafts(reading),
  ...fundsDrafts(reading),
  ...coverageDrafts(reading),
  ...countDrafts(reading),
];
