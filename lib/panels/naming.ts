import type { Account } from '../facts';
import type { PanelColumn } from './panel';

/** How the accounts of one panel are called: `full` in tables and sentences, `short` at marks. */
export interface AccountName {
  full: string;
  short: string;
}

/** The end that all names share, but for the 县 or 区 that belongs to the place before it. */
function commonEnd(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  let length = 0;
  while (length < first.length && rest.every((name) => name.at(-1 - length) === first.at(-1 - length))) length += 1;
  return first.slice(first.length - length).replace(/^[省市区县旗州盟]+/, '');
}

/** At most eight characters: a mark has no room for more. */
const shortened = (name: string): string => (name.length > 8 ? `${name.slice(0, 7)}…` : name);

/** Names of departments as short as they stay distinct: without the end that all of them share. */
export function shortNames(names: readonly string[]): string[] {
  const end = new Set(names).size > 1 ? commonEnd(names) : '';
  const cut = end.length >= 3 && names.every((name) => name.length > end.length + 1) ? end.length : 0;
  const short = names.map((name) => name.slice(0, name.length - cut));
  return short.map((name) => (name.length > MOST_SIGNS ? `${name.slice(0, 5)}…${name.slice(-4)}` : name));
}

const MOST_SIGNS = 10;

/**
 * Names as short as they stay distinct: 米脂县工业商贸局 and 榆林市横山区工业商贸局 become 米脂县 and 榆林市横山区. One department in
 * several years is called by its years.
 */
export function namesOf(accounts: readonly Account[]): AccountName[] {
  const departments = [...new Set(accounts.map((account) => account.department))];
  const end = departments.length > 1 ? commonEnd(departments) : '';
  const cut = end.length >= 3 && departments.every((name) => name.length > end.length + 1) ? end.length : 0;
  return accounts.map(({ department, fiscalYear }) => ({
    full: `${department} ${fiscalYear}`,
    short:
      departments.length === 1 && accounts.length > 1
        ? `${fiscalYear} 年`
        : `${shortened(department.slice(0, department.length - cut))} ${fiscalYear}`,
  }));
}

export function columnsOf(accounts: readonly Account[]): PanelColumn[] {
  return namesOf(accounts).map((name, at) => {
    const id = accounts[at]?.id ?? '';
    return { key: id, label: name.full, unit: null, account: id };
  });
}

/** `2021、2023 年`, for subtitles. */
export function yearsOf(accounts: readonly Account[]): string {
  const years = [...new Set(accounts.map((account) => account.fiscalYear))].sort((one, other) => one - other);
  return `${years.join('、')} 年`;
}
