import type { Reading } from '../../lib/facts';
import type { CheckReport, Finding, Severity } from '../../lib/findings';
import { STATEMENTS } from '../../lib/statements';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

function counted(findings: readonly Finding[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return `错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('note')}`;
}

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
export function describeFindings({ document }: Reading, { findings, verdicts, coverage }: CheckReport): string {
  const name = [document.department, document.fiscalYear && `${document.fiscalYear} 年度`].filter(Boolean).join(' ');
  const statements = verdicts.map(
    ({ statement, checked, contradictions, rounding, notCheckable }) =>
      `  ${STATEMENTS[statement].title}：核对 ${checked} 项，矛盾 ${contradictions}，舍入之内 ${rounding}，无法核对 ${notCheckable}`,
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
