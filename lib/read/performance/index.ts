import type { PerformanceTable } from '../../facts';
import type { Block, DocumentModel, GridRow } from '../document';
import { bare, filled, isPoints, performanceCell } from './cells';
import { type FundsHead, fundsHead, fundsPairs, fundsRow } from './funds';
import { type IndicatorsHead, indicatorRow, indicatorsHead } from './indicators';

export interface PerformanceReading {
  tables: PerformanceTable[];
  /** 1-based lines of the document that belong to the tables */
  lines: Set<number>;
}

interface Found {
  title: string;
  rows: GridRow[];
}

const TITLE = /(自评|绩效|目标).{0,8}表$/;
const SUBJECT =
  /^(项目名称|专项名称|专项资金名称|专项(资金)?\(项目\)名称|(预算)?部门(\(单位\))?名称|单位名称|部门名称)[:：]?/;
const TOTAL = /^(总分|合计得分|总计|合计)[:：]?$/;

const isPerformance = (row: GridRow): boolean => indicatorsHead(row) !== undefined;

/** Runs of grids with nothing but page furniture between them; a new 项目名称 starts a new run. */
function findRuns(blocks: readonly Block[]): Found[] {
  const runs: Found[] = [];
  let titles: string[] = [];
  let open: Found | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const text = bare(block.text);
      if (/^[-—]?\d{1,4}[-—]?$/.test(text)) continue;
      titles = [...titles.slice(-3), text];
      open = undefined;
      continue;
    }
    for (const row of block.rows) {
      const startsAnew = SUBJECT.test(bare(filled(row)[0]?.cell.text ?? '')) && open?.rows.some(isPerformance);
      if (!open || startsAnew) {
        open = { title: startsAnew ? '' : (titles.findLast((title) => TITLE.test(title)) ?? ''), rows: [] };
        runs.push(open);
      }
      open.rows.push(row);
    }
  }
  return runs.filter((run) => run.rows.some(isPerformance));
}

function kindOf(title: string, rows: readonly GridRow[]): PerformanceTable['kind'] {
  if (/专项资金/.test(title)) return 'special_fund';
  if (/整体/.test(title)) return 'department';
  const first = rows.find((row) => SUBJECT.test(bare(filled(row)[0]?.cell.text ?? '')));
  const label = bare(
    filled(first ?? { cells: [], place: { page: null, sheet: null, line: 0, cell: null, box: null } })[0]?.cell.text ??
      '',
  );
  return /^(预算)?(部门|单位)/.test(label) ? 'department' : 'project';
}

function subjectOf(title: string, rows: readonly GridRow[]): string {
  for (const row of rows) {
    const [label, value] = filled(row);
    if (label && SUBJECT.test(bare(label.cell.text)) && value) return value.cell.text.trim();
  }
  return title.replace(/(部门)?(整体)?(项目)?(支出)?(绩效)?(目标)?自评表$/, '');
}

/** 总分: both points and score, or one of them, told by its column or by being 100. */
function readTotal(row: GridRow, head: IndicatorsHead | undefined, table: PerformanceTable): void {
  const figures = filled(row).filter(({ cell }) => isPoints(cell));
  const [first, second] = figures;
  if (first && second) {
    table.totalPoints = performanceCell(first.cell);
    table.totalScore = performanceCell(second.cell);
  } else if (first) {
    const isScore =
      first.index === head?.score || (first.index !== head?.points && performanceCell(first.cell)?.value !== '100');
    if (isScore) table.totalScore = performanceCell(first.cell);
    else table.totalPoints = performanceCell(first.cell);
  }
}

function readRows(rows: readonly GridRow[], table: PerformanceTable): void {
  let funds: FundsHead | undefined;
  let indicators: IndicatorsHead | undefined;
  for (const row of rows) {
    const label = bare(filled(row)[0]?.cell.text ?? '');
    const nextFunds = fundsHead(row);
    const nextIndicators = indicatorsHead(row);
    if (nextIndicators) [indicators, funds] = [nextIndicators, undefined];
    else if (nextFunds) funds = nextFunds;
    else if (TOTAL.test(label) && indicators) readTotal(row, indicators, table);
    else if (/^(备注|注)[:：]/.test(label)) continue;
    else if (indicators) {
      const indicator = indicatorRow(row, indicators, table.indicators.at(-1));
      if (indicator) table.indicators.push(indicator);
    } else if (funds) {
      if (/目标/.test(label) && filled(row).some(({ cell }) => /预期目标|完成情况/.test(bare(cell.text))))
        funds = undefined;
      else {
        const line = fundsRow(row, funds);
        if (line && (line.budget || line.executed || line.initialBudget || /资金|拨款|合计|任务/.test(line.name)))
          table.funds.push(line);
      }
    } else {
      const pairs = fundsPairs(row);
      if (pairs) table.funds.push(pairs);
    }
  }
}

/** Reads the self-evaluation tables (绩效自评表) of projects, special funds and the whole department. */
export function readPerformance(
  model: DocumentModel,
  context: { title: { department: string | null } | null },
): PerformanceReading {
  const reading: PerformanceReading = { tables: [], lines: new Set() };
  for (const section of model.sections) {
    for (const { title, rows } of findRuns(section.blocks)) {
      const [first] = rows;
      if (!first) continue;
      const text = rows.map((row) => row.cells.map((cell) => cell.text).join('')).join('');
      const table: PerformanceTable = {
        kind: kindOf(title, rows),
        title,
        subject: '',
        unit: /万元/.test(text) || !/\(元\)|（元）/.test(text) ? '万元' : '元',
        funds: [],
        indicators: [],
        totalPoints: null,
        totalScore: null,
        place: first.place,
      };
      table.subject = subjectOf(title, rows) || (table.kind === 'department' ? (context.title?.department ?? '') : '');
      readRows(rows, table);
      reading.tables.push(table);
      for (const row of rows) reading.lines.add(row.place.line);
    }
  }
  return reading;
}
