import { describe, expect, test } from 'vitest';
import { codeNames } from '../../../lib/check/names/codeNames';
import { codeTree } from '../../../lib/check/names/codeTree';
import { itemNames } from '../../../lib/check/names/itemNames';
import { editDistance, isNearMiss, spelled } from '../../../lib/check/names/spelling';
import type { Fact } from '../../../lib/facts';
import type { StatementId } from '../../../lib/statements';
import { claim, fact, run, told } from '../made';

const rows = (statement: StatementId, ...list: readonly (readonly [string, string])[]): Fact[] =>
  list.map(([code, name], at) =>
    fact(statement, code, 'total', '1.00', {
      name,
      place: { page: null, sheet: null, box: null, cell: 0, line: at + 1 },
    }),
  );

describe('spelling', () => {
  test.each([
    ['维修(护)费', '维修（护）费', true],
    ['一般公共服务支 出', '一般公共服务', true],
    ['社会保障和就业支出（类）', '社会保障和就业', true],
    ['商贸事物', '商贸事务', false],
  ])('%s and %s', (one, other, same) => {
    expect(spelled(one) === spelled(other)).toBe(same);
  });
  test.each([
    ['', '', 0],
    ['商贸事物', '商贸事务', 1],
    ['养老保险', '基本养老保险', 2],
    ['行政运行', '住房公积金', 5],
  ])('%s → %s: %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });
  test.each([
    ['商贸事物', '商贸事务', true],
    ['商贸食物', '商贸事务', false],
    ['机关事业单位养老保险缴费支出', '机关事业单位基本养老保险缴费支出', true],
    ['行政运行', '行政运行', false],
  ])('%s near %s: %s', (one, other, near) => {
    expect(isNearMiss(one, other)).toBe(near);
  });
});

describe('N-25 名称与编码', () => {
  test.each([
    ['20113', '商贸事务', []],
    ['20113', '商 贸事务', []],
    ['201', '一般公共服务', []],
    ['2080505', '机关事业单位基本养老保险缴费', []],
    ['9999999', '不知名的科目', []],
    [
      '20113',
      '商贸事物',
      ['note: 表中科目 20113 写作“商贸事物”，目录名称为“商贸事务”，只差一两个字，疑为笔误（目录名称凭记忆，仅供参考）'],
    ],
    [
      '2080505',
      '机关事业单位养老保险缴费支出',
      [
        'warning: 表中科目 2080505 写作“机关事业单位养老保险缴费支出”，目录名称为“机关事业单位基本养老保险缴费支出”，只差一两个字，疑为笔误',
      ],
    ],
    [
      '22102',
      '住房保障支出',
      ['warning: 表中科目 22102 写作“住房保障支出”，目录名称为“住房改革支出”，“住房保障支出”是 221 的名称'],
    ],
    [
      '2080505',
      '机关事业单位基本养老保',
      ['note: 表中科目 2080505 的名称“机关事业单位基本养老保”不全，目录名称为“机关事业单位基本养老保险缴费支出”'],
    ],
  ])('%s %s', (code, name, messages) => {
    expect(told(run(codeNames, { facts: rows('expenditure', [code, name]) }))).toEqual(messages);
  });
  test('a recalled name that the document itself prints elsewhere is a warning', () => {
    const facts = rows('expenditure', ['20113', '商贸事物']);
    const claims = [
      claim('subject_expenditure', 'final', '1 万元', { subject: '20113', subjectPath: ['20113', '商贸事务'] }),
    ];
    expect(run(codeNames, { facts, claims }).map(({ severity }) => severity)).toEqual(['warning']);
  });
  test('one finding with all its places', () => {
    const facts = (['revenue', 'expenditure'] as const).flatMap((id) => rows(id, ['20113', '商贸事物']));
    const [finding, ...others] = run(codeNames, {
      facts: facts.map((one, at) => ({ ...one, place: { ...one.place, line: at + 1 } })),
    });
    expect(finding?.places.map(({ line }) => line)).toEqual([1, 2]);
    expect(others).toEqual([]);
  });
  test.each([
    ['30224', '被装购置费', 0],
    ['30224', '服装购置费', 1],
    ['30213', '维修(护)费', 0],
  ])('economic %s %s', (code, name, count) => {
    expect(run(codeNames, { facts: rows('general_budget_basic_expenditure', [code, name]) })).toHaveLength(count);
  });
  test.each([
    [2016, 0],
    [2023, 1],
  ])('a former name in %i', (year, count) => {
    const facts = rows('expenditure', ['210', '医疗卫生与计划生育支出']);
    const found = run(codeNames, { facts, year });
    expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: count }, () => 'note'));
  });
  test('names in the narrative, with the statement as their witness', () => {
    const path = ['221', '住房保障支出', '22102', '住房保障支出', '2210201', '住房公积金'];
    const claims = [claim('subject_expenditure', 'final', '1 万元', { subject: '2210201', subjectPath: path })];
    expect(told(run(codeNames, { claims }))).toEqual([
      'warning: 文字说明中科目 22102 写作“住房保障支出”，目录名称为“住房改革支出”，“住房保障支出”是 221 的名称',
    ]);
  });
});

describe('N-31 编码', () => {
  const tree = [
    ['201', '一般公共服务支出'],
    ['20113', '商贸事务'],
    ['2011301', '行政运行'],
    ['208', '社会保障和就业支出'],
    ['20805', '行政事业单位养老支出'],
    ['2080505', '机关事业单位基本养老保险缴费支出'],
  ] as const;
  test('a whole tree', () => {
    expect(run(codeTree, { facts: rows('expenditure', ...tree) })).toEqual([]);
  });
  test('a parent that is not printed', () => {
    expect(told(run(codeTree, { facts: rows('expenditure', ...tree.filter(([code]) => code !== '20805')) }))).toEqual([
      'warning: 支出决算表有 2080505 机关事业单位基本养老保险缴费支出，却没有列出上级科目 20805',
    ]);
  });
  test('a form that prints items only', () => {
    expect(run(codeTree, { facts: rows('expenditure', ['2011301', '行政运行'], ['2080505', '甲']) })).toEqual([]);
  });
  test.each([
    ['20195', 'note'],
    ['298', 'warning'],
  ])('%s is in no list', (code, severity) => {
    expect(
      run(codeTree, { facts: rows('expenditure', [code, '某某事务']) }).map((finding) => finding.severity),
    ).toEqual([severity]);
  });
});

describe('N-32 说明中的名称', () => {
  const facts = [
    ...rows(
      'general_budget_expenditure',
      ['221', '住房保障支出'],
      ['22102', '住房改革支出'],
      ['2210201', '住房公积金'],
    ),
    fact('general_budget_expenditure', 'total', 'total', '1.00'),
  ];
  test.each([
    ['住房公积金', 0],
    ['住房公积全', 1],
    ['购房补贴', 0],
  ])('%s', (name, count) => {
    const claims = [
      claim('subject_expenditure', 'final', '1 万元', {
        subject: name,
        subjectPath: ['住房保障支出', '住房改革支出', name],
      }),
    ];
    expect(run(itemNames, { claims, facts })).toHaveLength(count);
  });
});
