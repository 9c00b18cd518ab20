import type { PerformanceFunds } from '../../facts';
import type { GridCell, GridRow } from '../document';
import { bare, filled, indexOf, isDash, isNumber, isRate, performanceCell } from './cells';

/** Where the columns of the 项目资金 block stand, by cell index of its head. */
export interface FundsHead {
  initialBudget: number;
  budget: number;
  executed: number;
  rest: number;
}

const BUDGET = /^(全年|本年|调整后?)?预算(总?数|安排数|总?金?额)?(\(调整后?\))?(\(A\))?(\(万元\))?$/;
const EXECUTED = /^(全年|本年|实际)?(执行|支出|决算|使用|到位)(总?数|总?金?额)?(\(B\))?(\(万元\))?$/;

/** The head of the block, or undefined when the row is none: it names a budget and an execution. */
export function fundsHead(row: GridRow): FundsHead | undefined {
  const initialBudget = indexOf(row, /^年初(预算|计划)/);
  const budget = indexOf(row, BUDGET);
  const executed = indexOf(row, EXECUTED);
  if (executed < 0 || (budget < 0 && initialBudget < 0)) return undefined;
  if (filled(row).some(({ cell }) => isNumber(cell))) return undefined;
  const rest = indexOf(row, /^(分值|权重|执行率|得分)/);
  return { initialBudget, budget: budget < 0 ? initialBudget : budget, executed, rest: rest < 0 ? executed + 1 : rest };
}

const FUNDS_NAME = /(资金总额|资金|拨款|金额合计|合计|任务\d*|结转|总额)[:：]?$/;

const isFigure = (cell: GridCell | undefined): boolean => cell !== undefined && isNumber(cell);

/** How far a row stands right (+) or left (−) of its head: conversion loses or adds a cell. */
function shiftOf(row: GridRow, head: FundsHead): number {
  const figures = filled(row).filter(({ cell }) => isNumber(cell));
  if (figures.length === 0 || isFigure(row.cells[head.budget])) return 0;
  return [1, -1].find((shift) => isFigure(row.cells[head.budget + shift])) ?? 0;
}

/** One line of the block, or undefined when the row holds no figure under the head. */
export function fundsRow(row: GridRow, head: FundsHead): PerformanceFunds | undefined {
  const shift = shiftOf(row, head);
  const at = (index: number): GridCell | undefined => (index < 0 ? undefined : row.cells[index + shift]);
  const figure = (index: number) => (isFigure(at(index)) ? performanceCell(at(index)) : null);
  const first = head.initialBudget >= 0 ? Math.min(head.initialBudget, head.budget) : head.budget;
  const names = filled(row).filter(({ index, cell }) => index < first + shift && !isNumber(cell));
  const name =
    names
      .map(({ cell }) => bare(cell.text))
      .reverse()
      .find((text) => FUNDS_NAME.test(text) || /^任务/.test(text)) ?? names.at(-1)?.cell.text.trim();
  if (!name) return undefined;
  const tail = filled(row).filter(({ index, cell }) => index >= head.rest + Math.min(0, shift) && !isDash(cell.text));
  const tailFigures = tail
    .filter(({ cell, index }) => isNumber(cell) && index > head.executed + shift)
    .map(({ cell }) => cell);
  const parts = (from: number, to: number) =>
    row.cells
      .slice(from + shift + 1, Math.max(to + shift, from + shift + 1))
      .filter((cell) => isNumber(cell))
      .flatMap((cell) => performanceCell(cell) ?? []);
  return {
    name: bare(name).replace(/[:：]$/, ''),
    initialBudget: figure(head.initialBudget),
    budget: figure(head.budget),
    executed: figure(head.executed),
    budgetParts: head.executed > head.budget ? parts(head.budget, head.executed) : [],
    executedParts: parts(head.executed, head.rest),
    points: performanceCell(tailFigures[0]),
    rate: performanceCell(tail.find(({ cell }) => isRate(cell))?.cell),
    score: performanceCell(tailFigures[1]),
  };
}

/** The form that prints label and amount in turn: 预算数： 225 执行数： 225. */
export function fundsPairs(row: GridRow): PerformanceFunds | undefined {
  const cells = filled(row);
  const after = (pattern: RegExp): GridCell | undefined => {
    const found = cells.findIndex(({ cell }) => pattern.test(bare(cell.text)));
    const next = found < 0 ? undefined : cells[found + 1]?.cell;
    return next && isNumber(next) ? next : undefined;
  };
  const budget = after(/^(全年|年初)?预算数?[:：]?$|^(其中)?[-:：]?财政拨款[:：]?$/);
  const executed = after(/^(全年)?执行数?[:：]?$/);
  if (!budget || !executed) return undefined;
  return {
    name: '年度资金总额',
    initialBudget: null,
    budget: performanceCell(budget),
    executed: performanceCell(executed),
    budgetParts: [],
    executedParts: [],
    points: null,
    rate: performanceCell(cells.find(({ cell }) => isRate(cell))?.cell),
    score: null,
  };
}
