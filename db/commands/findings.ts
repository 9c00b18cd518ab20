import { summariesOf } from '../../lib/causes';
import type { Reading } from '../../lib/facts';
import { type CheckReport, type Finding, SEVERITIES, SEVERITY_WORDS } from '../../lib/findings';
import { STATEMENTS } from '../../lib/statements';
import { summaryWords } from '../../lib/summaryWords';

const counted = (findings: readonly Finding[]): string =>
  SEVERITIES.map(
    (severity) => `${SEVERITY_WORDS[severity]} ${findings.filter((finding) => finding.severity === severity).length}`,
  ).join('，');

function findingLines({ check, severity, message, places, suggestion }: Finding): string[] {
  const where = [...new Set(places.map(({ line }) => line))].map((line) => `第 ${line} 行`).join('、');
  const lines = [`[${SEVERITY_WORDS[severity]}] ${check}　${message}`, `    ${where || '（全文）'}`];
  if (suggestion)
    lines.push(
      `    建议：${suggestion.printed || '（空白）'} → ${suggestion.value}（第 ${suggestion.place.line} 行；${suggestion.why}）`,
    );
  return lines;
}

/** The findings of one account for people, with the verdict of each statement. */
export function describeFindings(reading: Reading, report: CheckReport): string {
  const { document } = reading;
  const { findings, coverage } = report;
  const name = [document.department, document.fiscalYear && `${document.fiscalYear} 年度`].filter(Boolean).join(' ');
  const statements = summariesOf(report, reading).map(
    (summary) => `  ${STATEMENTS[summary.statement].title}：${summaryWords(summary)}`,
  );
  const shares = coverage.published > 0 ? [`  ${coverage.published} 个数中有 ${coverage.covered} 个参与核对`] : [];
  return [
    `${document.file}　${name}　${counted(findings)}`,
    ...statements,
    ...shares,
    ...findings.flatMap(findingLines).map((line) => `  ${line}`),
    '',
    '',
  ].join('\n');
}

/** The last line of a run over several files. */
export function describeSummary(files: number, unreadable: number, findings: readonly Finding[]): string {
  const failed = unreadable > 0 ? `，其中 ${unreadable} 个无法读取` : '';
  return `共 ${files} 个文件${failed}：${counted(findings)}\n`;
}
