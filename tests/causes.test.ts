import { describe, expect, it, test } from 'vitest';
import { blamedClaims, blamedPlaces, type StatementSummary, summariesOf } from '../lib/causes';
import type { CheckReport, EquationTerm, Finding, RelationVerdict, Severity, VerdictState } from '../lib/findings';
import { placeAt } from '../lib/place';
import type { StatementId } from '../lib/statements';
import { summaryWords } from '../lib/summaryWords';

const term = (line: number, cell: number, printed: string | null): EquationTerm => ({
  factor: 1,
  label: `${line}:${cell}`,
  printed,
  unit: '万元',
  place: placeAt(line, cell),
  fact: null,
  claim: null,
});

const relation = (
  identity: string,
  [left, right]: [EquationTerm, EquationTerm],
  state: VerdictState,
  statements: StatementId[],
): RelationVerdict => ({
  identity,
  relation: '=',
  left: [left],
  right: [right],
  text: `${left.printed ?? '空'} = ${right.printed ?? '空'}`,
  leftInterval: { low: '0', high: '0' },
  rightInterval: { low: '0', high: '0' },
  difference: '0',
  gap: '0',
  slack: '0.01',
  state,
  reason: null,
  statements,
});

const finding = (
  severity: Severity,
  line: number,
  relations: RelationVerdict[],
  more: Partial<Finding> = {},
): Finding => ({
  check: relations[0]?.identity ?? 'P-01',
  severity,
  message: '',
  places: [placeAt(line, 1), placeAt(line, 2)],
  expected: null,
  found: null,
  difference: null,
  suggestion: null,
  detail: {
    title: '',
    relations,
    allowed: null,
    repair: null,
    satisfies: [],
    alternatives: [],
    facts: [],
    claims: [],
  },
  ...more,
});

/** Line 1 stands in the fund statement, line 2 in the expenditure statement. */
const account = {
  statements: (['government_fund', 'expenditure'] as const).map((statement, at) => ({
    statement,
    title: '',
    number: null,
    state: 'filled' as const,
    reason: null,
    listedEmpty: null,
    unit: '万元' as const,
    columns: [],
    lines: [{ side: null, code: null, name: '合计', line: 'total', facts: [], empty: [], place: placeAt(at + 1) }],
    notes: [],
    place: placeAt(at + 1),
  })),
};

const blank = [1, 2, 3].map((column) =>
  relation('TF-01', [term(1, 0, '105.50'), term(column, 9, null)], 'contradiction', ['government_fund']),
);
const across = relation('X-14', [term(2, 1, '105.50'), term(1, 9, null)], 'contradiction', [
  'government_fund',
  'expenditure',
]);
const wrong = relation('T3-01', [term(2, 1, '5'), term(2, 2, '7')], 'contradiction', ['expenditure']);
const close = relation('T3-02', [term(2, 1, '5'), term(2, 3, '5')], 'rounding', ['expenditure']);

const report = (findings: Finding[], relations: RelationVerdict[]): CheckReport => ({
  findings,
  relations,
  adopted: [],
  coverage: { covered: 0, published: 0 },
  verdicts: (['expenditure', 'government_fund'] as const).map((statement) => {
    const own = relations.filter(({ statements }) => statements.includes(statement));
    const count = (state: VerdictState): number => own.filter((one) => one.state === state).length;
    const notCheckable = count('not_checkable');
    return {
      statement,
      checked: own.length - notCheckable,
      contradictions: count('contradiction'),
      rounding: count('rounding'),
      notCheckable,
    };
  }),
});

describe('causes of a statement', () => {
  const whole = report(
    [finding('error', 2, [wrong]), finding('warning', 1, [...blank, across])],
    [...blank, across, wrong, close],
  );
  const [expenditure, fund] = summariesOf(whole, account);

  it('one blank is one cause, told where it stands', () => {
    expect(fund?.causes).toEqual([{ finding: 1, severity: 'warning', statement: 'government_fund', relations: 4 }]);
    expect(fund && summaryWords(fund)).toBe('核对 4 项关系，1 处待查（涉及 4 项关系）');
  });

  it('what a figure elsewhere breaks is not counted as a contradiction here', () => {
    expect(expenditure?.causes.map((cause) => cause.statement)).toEqual(['expenditure', 'government_fund']);
    expect(expenditure && summaryWords(expenditure)).toBe(
      '核对 3 项关系，1 处矛盾，1 项在四舍五入之内，另有 1 项随政府性基金表的 1 处待查不符',
    );
  });

  it('a relation that two findings name belongs to the first', () => {
    const [own] = summariesOf(report([finding('error', 2, [wrong]), finding('warning', 2, [wrong])], [wrong]), account);
    expect(own?.causes).toEqual([{ finding: 0, severity: 'error', statement: 'expenditure', relations: 1 }]);
  });

  it('a relation that no finding names is not lost', () => {
    const [own] = summariesOf(report([], [wrong]), account);
    expect([own?.causes, own?.unexplained]).toEqual([[], 1]);
    expect(own && summaryWords(own)).toBe('核对 1 项关系，1 项不符');
  });
});

describe('verdicts in words', () => {
  const summary: StatementSummary = {
    statement: 'revenue',
    checked: 9,
    exact: 9,
    rounding: 0,
    notCheckable: 0,
    causes: [],
    unexplained: 0,
  };
  test.each<[Partial<StatementSummary>, string]>([
    [{}, '核对 9 项关系，全部相符'],
    [{ exact: 7, rounding: 2 }, '核对 9 项关系，全部相符，其中 2 项在四舍五入之内'],
    [{ notCheckable: 5 }, '核对 9 项关系，全部相符，5 项无法核对'],
    [{ checked: 0, exact: 0, notCheckable: 3 }, '核对 0 项关系，3 项无法核对'],
    [
      { exact: 6, causes: [{ finding: 0, severity: 'error', statement: null, relations: 3 }] },
      '核对 9 项关系，另有 3 项随情况说明的 1 处矛盾不符',
    ],
  ])('%j', (more, words) => {
    expect(summaryWords({ ...summary, ...more })).toBe(words);
  });
});

describe('what a finding blames', () => {
  const places = [placeAt(2, 1), placeAt(2, 2)];
  const suggestion = { place: placeAt(2, 1), printed: '5', value: '7', why: '' };

  test.each<[string, Finding, number]>([
    ['without a proposal every place that takes part', finding('error', 2, [wrong]), 2],
    ['with one only its own', finding('error', 2, [wrong], { suggestion }), 1],
  ])('%s', (_name, one, count) => {
    expect(blamedPlaces(one)).toEqual(places.slice(0, count));
  });

  test.each<[string, Finding['suggestion'], number[], number[]]>([
    ['a proposal is about the first claim', suggestion, [9, 8, 7], [9]],
    ['without one all claims are meant', null, [4, 5], [4, 5]],
  ])('%s', (_name, proposal, claims, blamed) => {
    const one = finding('error', 2, [], { suggestion: proposal });
    expect(blamedClaims({ ...one, detail: one.detail && { ...one.detail, claims } })).toEqual(blamed);
  });
});
