import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../lib/facts';
import { readStatements } from '../../lib/read/statements';
import { linesOf } from '../../lib/read/statements/lines';
import { readText } from '../../lib/read/text';
import { reference, root } from './rendering';

const SEEDS = ['000_c35e400ed49bcbf2.txt', '004_26498f16d37d7910.txt'] as const;
const texts = SEEDS.map((file) => readFileSync(join(root, 'data', 'accounts', file), 'utf8'));

/** The same numbers in each run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const read = (text: string) => readStatements(linesOf(readText(new TextEncoder().encode(text), 'a.txt')), reference);
const keyOf = ({ statement, side, code, name, line, column, printed }: Fact): string =>
  [statement, side, code, name, line, column, printed].join(' ');

/** How many facts of the account are read alike from its damaged text, and how many figures are read at all. */
function compare(text: string, damaged: string): { alike: number; kept: number; whole: number } {
  const whole = read(text).facts.map(keyOf);
  const left = new Map<string, number>();
  for (const key of whole) left.set(key, (left.get(key) ?? 0) + 1);
  const reading = read(damaged);
  let alike = 0;
  for (const key of reading.facts.map(keyOf)) {
    const times = left.get(key) ?? 0;
    if (times > 0) alike++;
    left.set(key, times - 1);
  }
  return { alike, kept: reading.facts.length + reading.unread.length, whole: whole.length };
}

const byLine = (change: (line: string, index: number) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');
const byRow = (change: (cells: string[]) => string[]) =>
  byLine((line) => (line.includes('\t') ? change(line.split('\t')).join('\t') : line));

type Damage = (roll: () => number) => (text: string) => string;

const HARMLESS: readonly (readonly [string, Damage])[] = [
  [
    'blank cells at the ends of rows cut off',
    () => byRow((cells) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)),
  ],
  ['all lines trimmed at the end', () => byLine((line) => line.trimEnd())],
  ['a blank line after each line', () => byLine((line) => `${line}\n`)],
  [
    'a page number after each 25 lines',
    () => byLine((line, index) => (index % 25 === 24 ? `${line}\n\n- ${index} -\n` : line)),
  ],
  [
    'a running head after each 25 lines',
    () => byLine((line, index) => (index % 25 === 24 ? `${line}\n\n某县工业商贸局2023年度部门决算\n\n` : line)),
  ],
  [
    'column numbers lost',
    () => (text) =>
      text
        .split('\n')
        .filter((line) => !/^栏\s*次\t/.test(line))
        .join('\n'),
  ],
  [
    'titles lost',
    () => (text) =>
      text
        .split('\n')
        .filter((line) => line.includes('\t') || !/决算(总|明细)?表/.test(line))
        .join('\n'),
  ],
  [
    'spaces inside words',
    (roll) =>
      byRow((cells) =>
        cells.map((cell) => (/^[\u4e00-\u9fff]{3,}$/.test(cell) && roll() < 0.3 ? [...cell].join(' ') : cell)),
      ),
  ],
  [
    'a line break inside every eighth name',
    (roll) =>
      byRow((cells) =>
        cells.map((cell) =>
          /^[\u4e00-\u9fff]{6,}$/.test(cell) && roll() < 0.12 ? `${cell.slice(0, 4)}\n${cell.slice(4)}` : cell,
        ),
      ),
  ],
  ['every fifth row pushed one cell right', (roll) => byRow((cells) => (roll() < 0.2 ? ['', ...cells] : cells))],
  [
    'every fifth row pushed right, its last blank lost',
    (roll) => byRow((cells) => (roll() < 0.2 && cells.at(-1) === '' ? ['', ...cells.slice(0, -1)] : cells)),
  ],
  [
    'neighbouring amounts run together',
    (roll) =>
      byRow((cells) => {
        const at = cells.findIndex(
          (cell, index) => /^\d+\.\d+$/.test(cell) && /^\d+\.\d+$/.test(cells[index + 1] ?? ''),
        );
        return at > 0 && roll() < 0.2
          ? [...cells.slice(0, at), `${cells[at]} ${cells[at + 1]}`, ...cells.slice(at + 2)]
          : cells;
      }),
  ],
];

const LOSSY: readonly (readonly [string, Damage])[] = [
  [
    'a blank cell lost in every fifth row',
    (roll) =>
      byRow((cells) => {
        const blanks = cells.flatMap((cell, at) => (cell.trim() === '' ? [at] : []));
        const lost = blanks[Math.floor(roll() * blanks.length)];
        return lost === undefined || roll() > 0.2 ? cells : cells.toSpliced(lost, 1);
      }),
  ],
  [
    'a blank cell added in every fifth row',
    (roll) =>
      byRow((cells) => (roll() < 0.2 ? cells.toSpliced(1 + Math.floor(roll() * (cells.length - 1)), 0, '') : cells)),
  ],
];

describe('what conversions do to tables', () => {
  for (const [index, file] of SEEDS.entries()) {
    const text = texts[index] ?? '';

    it.each(HARMLESS)(`${file}: %s changes no fact`, (_, damage) => {
      const { alike, whole } = compare(text, damage(dice(7))(text));
      expect(alike).toBe(whole);
    });

    it.each(LOSSY)(`${file}: %s leaves nineteen of twenty facts, and no figure unseen`, (_, damage) => {
      for (const seed of [1, 7, 42]) {
        const { alike, kept, whole } = compare(text, damage(dice(seed))(text));
        expect(alike / whole).toBeGreaterThan(0.95);
        expect(kept).toBeGreaterThanOrEqual(whole);
      }
    });
  }
});

describe('heads that kept the blank cells which the rows have lost', () => {
  it('keep the columns of the rows', () => {
    const rows = [
      '收入决算表',
      '单位：万元',
      '项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入',
      '科目编码\t科目名称\t\t\t\t\t\t\t',
      '栏次\t\t1\t2\t3\t4\t5\t6\t7',
      '合计\t\t37.50\t20.00\t\t15.00\t\t\t2.50',
      '205\t教育支出\t37.50\t20.00\t\t15.00\t\t\t2.50',
      '20502\t普通教育\t37.50\t20.00\t\t15.00\t\t\t2.50',
      '2050201\t学前教育\t10.00\t10.00',
      '2050202\t小学教育\t10.00\t10.00',
      '2050203\t初中教育\t15.00\t\t\t15.00',
      '2050204\t高中教育\t2.50\t\t\t\t\t\t2.50',
    ];
    const { facts } = read(rows.join('\n'));
    const school = (code: string) => facts.filter((fact) => fact.code === code).map(({ column }) => column);
    expect(school('2050201')).toEqual(['total', 'fiscal_appropriation']);
    expect(school('2050203')).toEqual(['total', 'institution']);
    expect(school('2050204')).toEqual(['total', 'other']);
    expect(facts).toHaveLength(20);
  });
});
