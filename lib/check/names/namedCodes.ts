import type { Reading } from '../../facts';
import type { Place } from '../../place';
import type { StatementId } from '../../statements';
import { spelled } from './spelling';

/** A code with the name printed beside it, and everywhere it stands so. */
export interface NamedCode {
  code: string;
  name: string;
  where: 'statement' | 'narrative';
  places: Place[];
}

export const FUNCTIONAL: readonly StatementId[] = [
  'revenue',
  'expenditure',
  'general_budget_expenditure',
  'government_fund',
  'state_capital',
];

export const isCode = (text: string): boolean => /^\d{3}(\d{2}){0,2}$/.test(text);

function collect(found: readonly Omit<NamedCode, 'places'>[], places: readonly Place[]): NamedCode[] {
  const groups = new Map<string, NamedCode>();
  for (const [index, named] of found.entries()) {
    const place = places[index];
    const key = `${named.where}|${named.code}|${spelled(named.name)}`;
    const group = groups.get(key) ?? { ...named, places: [] };
    if (place && !group.places.some(({ line, cell }) => line === place.line && cell === place.cell))
      group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function statementCodes(reading: Reading, statements: readonly StatementId[]): NamedCode[] {
  const lines = reading.statements
    .filter(({ statement }) => statements.includes(statement))
    .flatMap(({ lines }) => lines)
    .filter(({ code, name }) => code !== null && isCode(code) && /[\u4e00-\u9fff]/.test(name));
  return collect(
    lines.map(({ code, name }) => ({ code: code ?? '', name, where: 'statement' })),
    lines.map(({ place }) => place),
  );
}

/** 「商贸事务（20113）」: the names and codes of the headings that claims stand under. */
export function narrativeCodes(reading: Reading): NamedCode[] {
  const found = reading.claims.flatMap(({ subjectPath, place }) =>
    subjectPath.flatMap((text, at) => {
      const name = subjectPath[at + 1];
      return isCode(text) && name && !/^\d+$/.test(name) ? [{ code: text, name, place }] : [];
    }),
  );
  return collect(
    found.map(({ code, name }) => ({ code, name, where: 'narrative' })),
    found.map(({ place }) => place),
  );
}
