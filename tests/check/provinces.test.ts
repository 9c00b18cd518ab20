import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../db/reference';
import { checkReading } from '../../lib/check';
import type { Claim, Reading } from '../../lib/facts';
import type { MeasureId } from '../../lib/measures';
import { readDocument } from '../../lib/read';

const folder = join(import.meta.dirname, 'provinces');
const reference = loadReference(join(import.meta.dirname, '..', '..', 'data', 'reference'));
const tables = readFileSync(join(folder, 'tables.txt'), 'utf8');
const provinces = readdirSync(folder).filter((file) => file !== 'tables.txt');

/** One made-up account, told in the words of eight provinces. */
const narrativeOf = (province: string): string => readFileSync(join(folder, province), 'utf8');
const read = (narrative: string): Promise<Reading> =>
  readDocument(
    new TextEncoder().encode(`${narrative}\n第三部分 2022年度部门决算表\n\n${tables}`),
    'account.txt',
    reference,
  );

async function messagesOf(reading: Reading): Promise<string[]> {
  const { findings } = await checkReading(reading, reference);
  return findings.filter(({ severity }) => severity !== 'note').map(({ check, message }) => `${check} ${message}`);
}

const PLANTED: readonly MeasureId[] = [
  'year_revenue',
  'year_expenditure',
  'general_expenditure',
  'fund_expenditure',
  'vehicle_running',
  'reception',
];

/** The narrative with another first digit in the figure of a claim. */
function planted(narrative: string, { printed, sentence }: Claim): string {
  const digit = printed.search(/[1-9]/);
  const other = String((Number(printed[digit]) % 9) + 1);
  const figure = new RegExp(`(?<![\\d.,])${printed.replaceAll('.', '\\.')}(?![\\d.,])`);
  expect(narrative).toContain(sentence);
  return narrative.replace(
    sentence,
    sentence.replace(figure, printed.slice(0, digit) + other + printed.slice(digit + 1)),
  );
}

describe('accounts in the words of other provinces', () => {
  it.each(provinces)('%s: no false alarm', async (province) => {
    expect(await messagesOf(await read(narrativeOf(province)))).toEqual([]);
  });

  it.each(provinces)(
    '%s: planted contradictions are found',
    async (province) => {
      const narrative = narrativeOf(province);
      const { claims } = await read(narrative);
      const own = PLANTED.flatMap(
        (measure) =>
          claims.find(
            (claim) =>
              claim.measure === measure &&
              claim.aspect === 'final' &&
              claim.subject === null &&
              Number(claim.value) > 0 &&
              claim.sentence.split(claim.printed).length === 2,
          ) ?? [],
      );
      expect(own.length).toBeGreaterThanOrEqual(3);
      for (const claim of own)
        expect(
          await messagesOf(await read(planted(narrative, claim))),
          `${claim.measure} ${claim.printed}`,
        ).not.toEqual([]);
    },
    60_000,
  );
});
