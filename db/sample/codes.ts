import type { Reference, Subject } from '../../lib/classification';
import { parentOf } from '../../lib/classification';
import type { Chance } from './chance';

/** Codes and names as the list had them in a year. */
export class SampleCodes {
  readonly #reference: Reference;
  readonly #known = new Map<string, string>();

  constructor(reference: Reference) {
    this.#reference = reference;
  }

  /** The code under which a year spent what is counted under `code` today. */
  codeIn(code: string, year: number): string {
    const changes = this.#reference.functionalChanges.filter(
      (change) => change.kind === 'moved' && change.newCode === code && change.year !== null && year < change.year,
    );
    return changes[0]?.oldCode?.length === code.length ? changes[0].oldCode : code;
  }

  /** The name a year printed: renamings since then are taken back. */
  nameIn(code: string, year: number): string {
    const key = `${code}|${year}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = this.#nameIn(code, year);
    this.#known.set(key, name);
    return name;
  }

  #nameIn(code: string, year: number): string {
    const renamings = this.#reference.functionalChanges
      .filter(
        ({ kind, oldCode, newCode, year: since }) =>
          kind === 'rename' && oldCode === code && newCode === code && since !== null && year < since,
      )
      .sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
    const own = renamings[0]?.oldName;
    const present = this.#reference.functional.get(code)?.name ?? this.#reference.economic.get(code)?.name;
    return own ?? present ?? this.#reference.functionalOld.get(code)?.name ?? code;
  }

  /** 项 of some 款 that departments spend projects on, in the list's order; running costs of offices left out. */
  itemsUnder(headings: readonly string[], count: number, chance: Chance): string[] {
    const items = [...this.#reference.functional.values()].filter(
      ({ code, level, parent, validFrom }: Subject) =>
        level === 3 &&
        parent !== null &&
        headings.includes(parent) &&
        (validFrom ?? 0) < 2019 &&
        !/0[1-3]$|50$/.test(code),
    );
    return chance.some(
      items.map(({ code }) => code),
      count,
    );
  }

  has(code: string): boolean {
    return this.#reference.functional.has(code) || this.#reference.functionalOld.has(code);
  }

  /** The 项 with the 款 and 类 above them, a heading before what stands below it. */
  withHeadings(items: Iterable<string>): string[] {
    const codes = new Set<string>();
    for (const item of items)
      for (let code: string | null = item; code !== null; code = parentOf(code)) codes.add(code);
    return [...codes].sort();
  }
}
