import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkMoney } from '../../lib/check/engine';
import type { CheckReport, Finding } from '../../lib/findings';
import { readDocument } from '../../lib/read';
import { reference } from './made';

const ACCOUNTS = ['000_c35e400ed49bcbf2', '004_26498f16d37d7910'];

function findingText({ check, severity, places, message, suggestion }: Finding): string {
  const where = [...new Set(places.map((place) => `${place.line}${place.cell === null ? '' : `:${place.cell}`}`))].join(
    ' ',
  );
  const proposal = suggestion ? `\n    ${suggestion.printed || '空'} → ${suggestion.value}（${suggestion.why}）` : '';
  return `${severity} ${check} @ ${where}\n    ${message}${proposal}`;
}

function reportText({ findings, verdicts, coverage }: CheckReport): string {
  const counts = verdicts.map(
    ({ statement, checked, contradictions, rounding, notCheckable }) =>
      `${statement}: ${checked} checked, ${contradictions} contradictions, ${rounding} within rounding, ${notCheckable} not checkable`,
  );
  return [
    ...findings.map(findingText),
    '',
    ...counts,
    `covered: ${coverage.covered} of ${coverage.published}`,
    '',
  ].join('\n');
}

describe('the arithmetic of the two published accounts, as reviewed', () => {
  test.each(ACCOUNTS)('%s', async (name) => {
    const file = `${name}.txt`;
    const reading = await readDocument(readFileSync(`data/accounts/${file}`), file, reference);
    const text = reportText(await checkMoney(reading));
    const golden = `tests/output/${name}.findings.txt`;
    if (process.env.UPDATE_GOLDEN === '1' && !process.env.CI) writeFileSync(golden, text);
    expect(existsSync(golden), `${golden} is missing: UPDATE_GOLDEN=1 npx vitest run tests/check writes it`).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
});
