import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPanel } from '../../lib/panels';
import type { PanelCell } from '../../lib/panels/panel';
import { hengshan, mizhi } from './seeds';

function cellOf(panel: string, row: string, at: number): PanelCell {
  const data = findPanel(panel)?.build([mizhi, hengshan], {});
  const cell = data?.rows.find((one) => one.key === row)?.cells[at];
  if (!cell) throw new Error(`no cell ${panel} ${row} ${at}`);
  return cell;
}

/** The figures that must stand on the compare page: panel, row, 米脂 2023, 横山 2021. */
test.each([
  ['totals', 'total', '3,890.08', '8,680.23'],
  ['totals', 'change', '531.83', '6,961.05'],
  ['totals', 'prior_total', '3,358.25', '1,719.18'],
  ['totals', 'general_expenditure', '3,784.58', '8,680.23'],
  ['totals', 'fund_expenditure', '105.50', '—'],
  ['growth', 'total_published', '+15.83', '+404.91'],
  ['growth', 'total_recomputed', '+15.84', '+404.91'],
  ['growth', 'general_budget_change', '976.63', '—'],
  ['growth', 'general_budget_published', '+34.78', '—'],
  ['growth', 'general_budget_prior', '2,807.95', '—'],
  ['growth', 'agency_operating_cost_change', '−1.96', '−34.04'],
  ['growth', 'agency_operating_cost_recomputed', '−4.59', '−80.21'],
  ['structure', 'basic_expenditure', '488.13', '1,075.63'],
  ['structure', 'basic_share', '12.55', '12.39'],
  ['structure', 'basic_share_published', '12.55', '12.39'],
  ['structure', 'project_expenditure', '3,401.95', '7,604.60'],
  ['structure', 'project_share', '87.45', '87.61'],
  ['economic', 'personnel_expenditure', '447.40', '1,067.23'],
  ['economic', 'operating_expenditure', '40.73', '8.40'],
  ['agency-operating-costs', 'agency_operating_cost', '40.73', '8.40'],
  ['agency-operating-costs', 'prior_agency_operating_cost', '42.69', '42.44'],
  ['agency-operating-costs', 'growth_agency_operating_cost', '−4.59', '−80.21'],
  ['agency-operating-costs', 'training', '—', '11.84'],
  ['agency-operating-costs', 'headcount_actual', '25', '70'],
  ['agency-operating-costs', 'headcount_quota', '7', '21'],
])('%s · %s: %s and %s', (panel, row, ours, theirs) => {
  expect([cellOf(panel, row, 0).text, cellOf(panel, row, 1).text]).toEqual([ours, theirs]);
});

test('the adopted figure says so and keeps the printed ones', () => {
  const cell = cellOf('structure', 'basic_expenditure', 1);
  expect(cell).toMatchObject({ status: 'adopted', disputed: true, value: '1075.63' });
  expect(cell.sources.map((source) => source.printed)).toEqual(['1705.63', '1075.63']);
  expect(cellOf('structure', 'basic_expenditure', 0)).toMatchObject({ status: 'published' });
});

test('15.83 % is published, 15.84 % recomputed with the bounds of its inputs', () => {
  const cell = cellOf('growth', 'total_recomputed', 0);
  expect(cell.reason).toContain('15.836–15.837');
  expect(cell.reason).toContain('末位一个单位');
  expect(cellOf('growth', 'total_recomputed', 1).reason).toContain('与公布数相符');
});

test('last year is derived, with bounds', () => {
  expect(cellOf('totals', 'prior_total', 0)).toMatchObject({ status: 'derived', low: '3358.24', high: '3358.26' });
});

test('every source of a statement stands in the line it names', () => {
  for (const account of [mizhi, hengshan]) {
    const text = readFileSync(new URL(`../../data/accounts/${account.document.file}`, import.meta.url), 'utf8');
    const lines = text.split('\n');
    const sources = ['totals', 'structure', 'classes', 'economic', 'functional-tree', 'flow', 'growth']
      .flatMap((id) => findPanel(id)?.build([account], {}).sources ?? [])
      .filter((source) => source.place.cell !== null);
    expect(sources.length).toBeGreaterThan(20);
    for (const { printed, place } of sources)
      expect(lines[place.line - 1]?.split('\t')[place.cell ?? 0]?.trim()).toBe(printed);
  }
});
