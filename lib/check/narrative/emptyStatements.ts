import { Decimal } from '../../amount';
import type { Reading, StatementReading } from '../../facts';
import type { MeasureId } from '../../measures';
import { STATEMENTS, type StatementId } from '../../statements';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelOfFact, levelText } from '../levels';
import { flat, sentencesOf } from '../sentences';

const hasFigures = (reading: Reading, statement: StatementReading): boolean =>
  statement.lines.some(({ facts }) => facts.some((at) => !new Decimal(reading.facts[at]?.amount ?? '0').isZero()));

const label = (statement: StatementReading): string =>
  `${statement.number ? `${statement.number} ` : ''}${STATEMENTS[statement.statement].title}`;

/** Statements published in a file of their own: then most of those listed are not in the text. */
function isElsewhere(reading: Reading): boolean {
  const lost = reading.statements.filter(({ state, listedEmpty }) => state === 'absent' && listedEmpty === false);
  const printed = reading.statements.filter(({ state }) => state === 'filled');
  return lost.length > 2 || lost.length > printed.length;
}

/** What the list of tables says against what is printed. */
function againstList(reading: Reading, statement: StatementReading): Draft[] {
  const { listedEmpty, place } = statement;
  const filled = hasFigures(reading, statement);
  if (listedEmpty === true && filled)
    return [{ severity: 'error', message: `目录注明${label(statement)}为空表，表中却有数`, places: [place] }];
  if (listedEmpty === false && statement.state === 'absent' && !isElsewhere(reading))
    return [{ message: `目录注明${label(statement)}不是空表，公开文本中却没有这张表`, places: [place] }];
  if (listedEmpty === false && !filled && statement.lines.length > 0)
    return [{ message: `目录注明${label(statement)}不是空表，表中却没有一个数`, places: [place] }];
  if (listedEmpty === true && !filled && statement.reason === null && !isExplained(reading, statement))
    return [{ severity: 'note', message: `${label(statement)}为空表，没有说明理由`, places: [place] }];
  return [];
}

interface Narrated {
  statement: StatementId;
  subject: RegExp;
  measures: readonly MeasureId[];
}

const NARRATED: readonly Narrated[] = [
  { statement: 'government_fund', subject: /政府性基金/, measures: ['fund_revenue', 'fund_expenditure'] },
  { statement: 'state_capital', subject: /国有资本/, measures: ['capital_revenue', 'capital_expenditure'] },
  {
    statement: 'three_public',
    subject: /[“"]?三公[”"]?经费/,
    measures: [
      'three_public',
      'overseas_travel',
      'vehicles',
      'vehicle_purchase',
      'vehicle_running',
      'reception',
      'conference',
      'training',
    ],
  },
];

const NONE = /(无|没有|未发生|未安排|不涉及)/;
const EMPTY = /空表|无数据|没有(相关)?数据/;

function isExplained(reading: Reading, { statement, notes }: StatementReading): boolean {
  const narrated = NARRATED.find((one) => one.statement === statement);
  const says = (text: string): boolean =>
    (NONE.test(text) || EMPTY.test(text)) && (narrated?.subject.test(text) ?? false);
  return (
    notes.some((note) => NONE.test(note) || EMPTY.test(note)) ||
    sentencesOf(reading).some(({ text }) => says(flat(text)))
  );
}

/** 「无政府性基金预算财政拨款收支，已公开空表」 of a statement that prints amounts. */
function saysNone(reading: Reading, { statement, subject }: Narrated): Draft[] {
  const found = reading.statements.find((one) => one.statement === statement && hasFigures(reading, one));
  const index = found?.lines
    .flatMap(({ facts }) => facts)
    .find((at) => !new Decimal(reading.facts[at]?.amount ?? '0').isZero());
  const fact = index === undefined ? undefined : reading.facts[index];
  if (!found || !fact || index === undefined) return [];
  const denial = new RegExp(
    `(${NONE.source})[^，。；,;]{0,16}(${subject.source})(预算)?[^，。；,;]{0,14}(收支|收入|支出|拨款|经费|安排)`,
  );
  const level = levelOfFact(fact, index);
  return sentencesOf(reading)
    .filter(
      ({ kind, text }) =>
        kind === 'sentence' && (denial.test(flat(text)) || (EMPTY.test(text) && subject.test(flat(text)))),
    )
    .slice(0, 1)
    .map(({ place, text }) => ({
      severity: 'error' as const,
      message: `文字称“${text.slice(0, 40)}”，${label(found)}却有数（${fact.name} ${levelText(level)}）`,
      places: [place, fact.place],
      facts: [index],
    }));
}

/** An amount in the text against a statement without figures. */
function amountAgainstBlank(reading: Reading, { statement, measures }: Narrated): Draft[] {
  const found = reading.statements.find((one) => one.statement === statement);
  if (!found || hasFigures(reading, found)) return [];
  const isPrinted = found.lines.some(({ line }) => line !== null);
  if (!isPrinted && found.listedEmpty !== true) return [];
  return reading.claims.flatMap((claim, index): Draft[] => {
    const isOwn =
      measures.includes(claim.measure) && claim.aspect === 'final' && claim.unit !== '%' && claim.direction === null;
    const { fiscalYear } = reading.document;
    if (!isOwn || new Decimal(claim.value).isZero() || (claim.year !== null && claim.year !== fiscalYear)) return [];
    return [
      {
        severity: 'error',
        message: `文字说明有 ${figureText(claim)} ${claim.unit}（${claim.sentence.slice(0, 24)}…），${label(found)}却没有数`,
        places: [claim.place, found.place],
        found: claim.value,
        claims: [index],
      },
    ];
  });
}

/** An empty statement is listed as one, gives its reason, and the narrative says the same. */
export const emptyStatements = defineCheck(
  {
    id: 'N-24',
    title: '空表与目录、说明一致',
    formula: '空表：全部为 0 或空白，注明理由，文字说明一致；非空表：公开文本中有表有数',
    kind: 'completeness',
    source: '公开规则 D-008、D-009；目录“是否空表”栏',
    severity: 'warning',
  },
  ({ reading }) => [
    ...reading.statements.flatMap((statement) => againstList(reading, statement)),
    ...NARRATED.flatMap((one) => [...saysNone(reading, one), ...amountAgainstBlank(reading, one)]),
  ],
);
