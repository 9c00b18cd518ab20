import { readFileSync } from 'node:fs';
import { loadReference } from '../../db/reference';
import type { Account } from '../../lib/facts';
import { readDocument } from '../../lib/read';

const reference = loadReference();

async function accountOf(file: string, id: string): Promise<Account> {
  const bytes = readFileSync(new URL(`../../data/accounts/${file}`, import.meta.url));
  const { unread: _unread, ...reading } = await readDocument(bytes, file, reference);
  const { department, region, fiscalYear } = reading.document;
  if (department === null || fiscalYear === null) throw new Error(`no account in ${file}`);
  return { ...reading, id, revision: 1, department, region, fiscalYear };
}

/** The two published accounts: 米脂县工业商贸局 2023 and 榆林市横山区工业商贸局 2021. */
export const mizhi = await accountOf('000_c35e400ed49bcbf2.txt', '610827-gongye-shangmao-ju-2023');
export const hengshan = await accountOf('004_26498f16d37d7910.txt', '610803-gongye-shangmao-ju-2021');
