import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden, readFile, renderStatements, root } from './rendering';

const forms = readdirSync(join(root, 'tests', 'input')).filter((file) => file.endsWith('.txt'));

describe('made-up statements in the forms of other provinces', () => {
  it('has more than thirty of them', () => expect(forms.length).toBeGreaterThan(30));

  it.each(forms)('%s', async (file) => {
    const reading = await readFile(`tests/input/${file}`);
    expectGolden(file, renderStatements(reading));
  });
});
