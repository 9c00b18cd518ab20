import type { Claim, Reading, StatementReading } from '../../lib/facts';
import { ASPECTS, measureOf } from '../../lib/measures';
import { STATEMENTS } from '../../lib/statements';

const STATES: Readonly<Record<StatementReading['state'], string>> = {
  filled: '有数',
  empty: '空表',
  absent: '文中没有',
};
const DIRECTIONS = { increase: '增加', decrease: '减少' } as const;

const known = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '（未写明）' : String(value);

function titleLines({ document }: Reading): string[] {
  const region = document.region ? `${document.region.name}（${document.region.code}）` : null;
  return [
    `文件　${document.file}　${document.mediaType}`,
    `标题　${known(document.title)}`,
    `部门　${known(document.department)}`,
    `地区　${known(region)}`,
    `年度　${known(document.fiscalYear)}`,
  ];
}

function statementLines({ statements, facts }: Reading): string[] {
  if (statements.length === 0) return ['没有读到决算表'];
  const lines = statements.map((statement) => {
    const own = new Set(statement.lines.flatMap((line) => line.facts));
    const reason = statement.reason ? `：${statement.reason}` : '';
    const number = statement.number ?? '　　　　';
    const figures = statement.state === 'filled' ? `　${own.size} 个数　单位 ${statement.unit}` : '';
    return `第 ${statement.place.line} 行　${number}　${STATEMENTS[statement.statement].title}　${STATES[statement.state]}${reason}${figures}`;
  });
  return [...lines, `合计 ${facts.length} 个数`];
}

function claimLine(claim: Claim): string {
  const subject = claim.subject ? `（${claim.subject}）` : '';
  const direction = claim.direction ? `${DIRECTIONS[claim.direction]} ` : '';
  const what = `${measureOf(claim.measure).label}${subject}${claim.aspect === 'final' ? '' : ` · ${ASPECTS[claim.aspect].label}`}`;
  return `  第 ${claim.place.line} 行　${what}　${direction}${claim.value} ${claim.unit}`;
}

function claimLines({ claims }: Reading): string[] {
  const sections = new Map<string, Claim[]>();
  for (const claim of claims) {
    const section = claim.section.join(' › ') || '（没有标题）';
    sections.set(section, [...(sections.get(section) ?? []), claim]);
  }
  return [...sections].flatMap(([section, own]) => [section, ...own.map(claimLine)]);
}

const performanceLines = ({ performance }: Reading): string[] =>
  performance.map(
    ({ subject, funds, indicators, totalScore, place }) =>
      `第 ${place.line} 行　${subject}　资金 ${funds.length} 行，指标 ${indicators.length} 项，得分 ${known(totalScore?.printed)}`,
  );

const unreadLines = ({ unread }: Reading): string[] =>
  unread.map(({ text, numbers, place }) => `第 ${place.line} 行　${numbers.join('、')}　${text}`);

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** A reading for people: title part, statements with their states, claims by heading, and what was not understood. */
export function describeReading(reading: Reading): string {
  return [
    `${titleLines(reading).join('\n')}\n`,
    section('决算表', statementLines(reading)),
    section(`情况说明中的数（${reading.claims.length}）`, claimLines(reading)),
    section(`绩效自评表（${reading.performance.length}）`, performanceLines(reading)),
    section(`含数字而未能理解的文字（${reading.unread.length}）`, unreadLines(reading)),
    '\n',
  ].join('');
}
