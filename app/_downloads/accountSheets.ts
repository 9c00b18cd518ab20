import type { Account, PerformanceCell, PerformanceTable } from '../../lib/facts';
import { type CheckReport, SEVERITY_WORDS } from '../../lib/findings';
import { ASPECTS, measureOf } from '../../lib/measures';
import { accountFindingsPath, sourcePath } from '../../lib/selection';
import type { CardOf } from '../_findings/askFindings';
import { titleOf } from '../_findings/askFindings';
import type { FindingMarks } from '../_findings/marks';
import { markText } from './statementSheet';
import type { Sheet, SheetCell } from './workbook';

const DIRECTIONS = { increase: '增加', decrease: '减少' } as const;
const KINDS = { project: '项目', special_fund: '专项资金', department: '部门整体支出' } as const;

const linkTo = (origin: string, path: string): SheetCell => ({ text: `${origin}${path}`, href: `${origin}${path}` });

/** The numbers of the narrative, each with its sentence. */
export const claimSheet = (account: Account, marks: FindingMarks, origin: string): Sheet => ({
  name: '情况说明',
  heads: [
    '序号',
    '指标',
    '方面',
    '科目或对象',
    '所说年度',
    '方向',
    '数值',
    '单位',
    '印数',
    '句子',
    '章节',
    '核对发现',
    '原文行',
    '原文',
  ],
  widths: [6, 28, 18, 24, 10, 8, 16, 8, 14, 70, 40, 24, 8, 60],
  frozen: 2,
  rows: account.claims.map((claim, index) => [
    index + 1,
    measureOf(claim.measure).label,
    ASPECTS[claim.aspect].label,
    claim.subject,
    claim.year,
    claim.direction && DIRECTIONS[claim.direction],
    { value: claim.value },
    claim.unit,
    claim.printed,
    claim.sentence,
    claim.section.join(' › '),
    marks.ofClaim(index).map(markText).join('；') || null,
    claim.place.line,
    linkTo(origin, sourcePath(account.id, claim.place)),
  ]),
});

const printedCell = (cell: PerformanceCell | null): SheetCell =>
  cell && (cell.value === null ? cell.printed : { value: cell.value });

type Part = {
  part: string;
  names: (string | null)[];
  cells: (PerformanceCell | null)[];
  remark: string | null;
  line: number;
};

function partsOf({ funds, indicators, totalPoints, totalScore, place }: PerformanceTable): Part[] {
  const lineOf = (cells: readonly (PerformanceCell | null)[]): number =>
    cells.find((cell) => cell !== null)?.place.line ?? place.line;
  const part = (word: string, names: Part['names'], cells: Part['cells'], remark: string | null = null): Part => ({
    part: word,
    names,
    cells,
    remark,
    line: lineOf(cells),
  });
  return [
    ...funds.map((row) =>
      part(
        '资金',
        [row.name, null, null],
        [row.initialBudget, row.budget, row.executed, row.rate, null, null, row.points, row.score],
      ),
    ),
    ...indicators.map((row) =>
      part(
        '指标',
        [row.level1, row.level2, row.level3],
        [null, null, null, null, row.target, row.result, row.points, row.score],
        row.remark,
      ),
    ),
    ...(totalPoints || totalScore
      ? [part('总分', [null, null, null], [null, null, null, null, null, null, totalPoints, totalScore])]
      : []),
  ];
}

/** The self-evaluations: money, indicators and scores, a row each. */
export const performanceSheet = (account: Account, origin: string): Sheet => ({
  name: '绩效自评',
  heads: [
    ...['表', '类别', '自评对象', '金额单位', '部分', '资金或一级指标', '二级指标', '三级指标'],
    ...[
      '年初预算数',
      '全年预算数',
      '全年执行数',
      '执行率',
      '目标值',
      '完成值',
      '分值',
      '得分',
      '说明',
      '原文行',
      '原文',
    ],
  ],
  widths: [5, 14, 30, 10, 8, 26, 20, 40, 14, 14, 14, 10, 24, 24, 8, 8, 40, 8, 60],
  frozen: 3,
  rows: account.performance.flatMap((table, at) =>
    partsOf(table).map(({ part, names, cells, remark, line }): SheetCell[] => [
      at + 1,
      KINDS[table.kind],
      table.subject || table.title,
      table.unit,
      part,
      ...names.map((name) => name || null),
      ...cells.map(printedCell),
      remark,
      line,
      linkTo(origin, sourcePath(account.id, { line })),
    ]),
  ),
});

/** What the checks report of the account. */
export const findingSheet = (account: Account, { findings }: CheckReport, cardOf: CardOf, origin: string): Sheet => ({
  name: '核对发现',
  heads: ['序号', '程度', '核对规则', '规则名称', '发现', '应为', '印为', '差额', '可能应为', '理由', '原文行', '说明'],
  widths: [6, 8, 10, 30, 80, 14, 14, 12, 14, 40, 16, 60],
  frozen: 2,
  rows: findings.map((finding, index) => [
    index + 1,
    SEVERITY_WORDS[finding.severity],
    finding.check,
    titleOf(finding, cardOf),
    finding.message,
    finding.expected,
    finding.found,
    finding.difference,
    finding.suggestion?.value ?? null,
    finding.suggestion?.why ?? null,
    [...new Set(finding.places.map(({ line }) => line))].join('、'),
    linkTo(origin, accountFindingsPath(account.id, index + 1)),
  ]),
});
