import { Decimal, FEN_PER_UNIT, gap, isMoneyUnit, scale } from '../../amount';
import type { Claim, PerformanceTable, Reading } from '../../facts';
import type { Draft } from '../draft';
import { figureText, levelOfClaim } from '../levels';
import { figureOf, figuresOf, sumOf, tableName, tableNamed, totalFunds } from './cells';

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
    const own = levelOfClaim(claim, index);
    if (gap(own.interval, scale(printed.interval, FEN_PER_UNIT[table.unit])).isZero()) return [];
    return [
      {
        message: `文字称${claim.subject ?? '部门整体支出'}${column === 'budget' ? '全年预算数' : '执行数'} ${figureText(claim)} ${claim.unit}，${tableName(table)}为 ${printed.cell.printed} ${table.unit}`,
        places: [claim.place, printed.cell.place],
        expected: printed.cell.value,
        found: claim.value,
        claims: [index],
      },
    ];
  });
}

/** 「5 个一级项目，涉及资金 2408.52 万元」 against the sum of as many tables. */
function coverageDrafts(reading: Reading): Draft[] {
  const tables = reading.performance.filter(({ kind }) => kind === 'project');
  const totals = tables.flatMap((table) => figureOf(totalFunds(table)?.executed ?? totalFunds(table)?.budget) ?? []);
  if (tables.length < 2 || totals.length !== tables.length || new Set(tables.map(({ unit }) => unit)).size > 1)
    return [];
  const unit = tables[0]?.unit ?? '万元';
  const added = sumOf(totals);
  const planned = sumOf(figuresOf(tables.map((table) => totalFunds(table)?.budget)));
  return reading.claims.flatMap((claim, index): Draft[] => {
    const isFunds = claim.measure === 'performance_funds' && claim.aspect === 'final';
    const counted = reading.claims.some(
      (other) =>
        other.measure === 'performance_projects' &&
        other.sentence === claim.sentence &&
        Number(other.value) === tables.length,
    );
    const reflected = /(反映|公开|选取|随同).*(自评|结果)/.test(claim.sentence) && isSelf(claim);
    if (!isFunds || !counted || !reflected || /重点评价/.test(claim.subject ?? '')) return [];
    const own = levelOfClaim(claim, index);
    const fits = [added, planned].some(({ interval }) =>
      gap(own.interval, scale(interval, FEN_PER_UNIT[unit])).isZero(),
    );
    if (fits) return [];
    return [
      {
        message: `文字称 ${tables.length} 个项目涉及资金 ${figureText(claim)} ${claim.unit}，各自评表资金总额相加为 ${added.value} ${unit}`,
        places: [claim.place, ...totals.map(({ cell }) => cell.place)],
        expected: added.value.toString(),
        found: claim.value,
        claims: [index],
      },
    ];
  });
}

export const narratedDrafts = (reading: Reading): Draft[] => [
  ...scoreDrafts(reading),
  ...fundsDrafts(reading),
  ...coverageDrafts(reading),
];
