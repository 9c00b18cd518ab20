import { describe, expect, test } from 'vitest';
import type { Account } from '../../lib/facts';
import { findPanel, PANELS } from '../../lib/panels';
import type { PanelData } from '../../lib/panels/panel';
import { STATEMENT_IDS } from '../../lib/statements';
import { cutOff, overlaps, svgOf, textBoxes } from '../charts/rendered';
import { madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from './seeds';

const NAMES = ['甲县', '黔西南布依族苗族自治州', '乙市丙区', '丁县', '戊县', '己市庚区', '辛县', '壬县'];
const eight = NAMES.map((name, at): Account => {
  const seed = at % 2 === 0 ? mizhi : hengshan;
  return { ...seed, id: `${seed.id}-${at}`, department: `${name}工业商贸局` };
});
const only = STATEMENT_IDS.map(
  (id): Account => ({
    ...mizhi,
    id: `only-${id}`,
    claims: [],
    statements: mizhi.statements.filter((statement) => statement.statement === id),
    facts: mizhi.facts.filter((fact) => fact.statement === id),
  }),
);
const narrativeAlone: Account = { ...hengshan, id: 'narrative', statements: [], facts: [] };

const SETS: [string, Account[]][] = [
  ['one', [mizhi]],
  ['two', [mizhi, hengshan]],
  ['eight', eight],
  ['an empty fragment', [madeUp({})]],
  ['single statements', only.slice(0, 8)],
  ['a narrative beside a whole account', [narrativeAlone, mizhi]],
];
const VIEWS = [{}, { show: 'share' }, { show: 'nonsense', level: '1', theme: 'dark' }, { theme: 'print', level: '2' }];

function functionsIn(value: unknown): number {
  if (typeof value === 'function') return 1;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((count, inner) => count + functionsIn(inner), 0);
}

const charts = ({ chart }: PanelData) => (chart ? [chart, chart.narrow] : []);

describe.each(SETS)('%s', (_, accounts) => {
  const built = PANELS.flatMap((panel) => VIEWS.map((view) => panel.build(accounts, view)));

  test('every cell has a source or a reason', () => {
    for (const data of built)
      for (const row of data.rows) {
        expect(row.cells).toHaveLength(accounts.length);
        for (const [at, cell] of row.cells.entries()) {
          if (cell.value === null) expect(cell.reason, `${data.panel} ${row.label}`).toBeTruthy();
          else expect(cell.sources.length, `${data.panel} ${row.label}`).toBeGreaterThan(0);
          for (const source of cell.sources) expect(source.account).toBe(accounts[at]?.id);
          expect(cell.text).not.toMatch(/NaN|undefined|Infinity/);
        }
      }
  });

  test('answers and notes are sentences without holes', () => {
    for (const { answer, notes, subtitle } of built) {
      expect(answer).toMatch(/。$/);
      for (const text of [answer, subtitle, ...notes]) expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });

  test('one unit of money a panel', () => {
    for (const { rows } of built) {
      const units = rows.flatMap((row) => row.unit?.match(/万元|亿元/g) ?? []);
      expect(new Set(units).size).toBeLessThan(2);
    }
  });

  test('charts travel as JSON', () => {
    for (const data of built)
      for (const { option, height } of charts(data)) {
        expect(functionsIn(option)).toBe(0);
        expect(height).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(option))).toEqual(option);
      }
  });

  test('a number in a chart is a number of its table', () => {
    for (const data of PANELS.flatMap((panel) => [{}, { show: 'share' }].map((view) => panel.build(accounts, view)))) {
      const known = new Set(data.rows.flatMap((row) => row.cells.map((cell) => cell.text.replace(/^\+/, ''))));
      for (const { option } of charts(data).slice(0, 1)) {
        const drawn = textBoxes(svgOf(option, 800, 400)).flatMap((box) => box.text.match(/−?[\d,]+\.\d+/g) ?? []);
        for (const number of drawn) expect(known, `${data.panel}: ${number}`).toContain(number);
      }
    }
  });
});

describe('no text stands over another or leaves the drawing', () => {
  test.each(PANELS.map((panel) => panel.id).filter((id) => id !== 'key-figures'))('%s', (id) => {
    for (const accounts of [[mizhi], [mizhi, hengshan], eight.slice(0, 3), eight]) {
      const chart = findPanel(id)?.build(accounts, {}).chart;
      if (!chart) throw new Error(`no chart: ${id}`);
      for (const width of [640, 1000, 1200]) {
        const boxes = textBoxes(svgOf(chart.option, width, chart.height));
        expect([...overlaps(boxes), ...cutOff(boxes, width, chart.height)]).toEqual([]);
      }
      for (const width of [320, 350, 540]) {
        const boxes = textBoxes(svgOf(chart.narrow.option, width, chart.narrow.height));
        expect([...overlaps(boxes), ...cutOff(boxes, width, chart.narrow.height)]).toEqual([]);
      }
    }
  });
});

test('the panels have their names, and an unknown one is none', () => {
  expect(PANELS.map((panel) => panel.id)).toEqual([
    'key-figures',
    'totals',
    'structure',
    'growth',
    'agency-operating-costs',
    'classes',
    'economic',
    'functional-tree',
    'flow',
  ]);
  expect(findPanel('nothing')).toBeUndefined();
});
