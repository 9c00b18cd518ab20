import { createHash } from 'node:crypto';

/** A seeded source of chance: the same seed and key give the same draws, whatever else is drawn. */
export class Chance {
  readonly #seed: string;
  #state: number;

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** A source of its own for a part of the whole. */
  of(key: string | number): Chance {
    return new Chance(`${this.#seed}/${key}`);
  }

  /** In [0, 1): mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  /** So many of a list, in the list's order. */
  some<T>(list: readonly T[], count: number): T[] {
    const ranked = list.map((item, index) => ({ item, index, rank: this.next() }));
    const chosen = ranked.sort((one, other) => one.rank - other.rank).slice(0, count);
    return chosen.sort((one, other) => one.index - other.index).map(({ item }) => item);
  }

  /** Skewed to the right around 1: amounts of money. */
  skewed(spread: number): number {
    const sum = Array.from({ length: 6 }, () => this.next()).reduce((total, one) => total + one, 0);
    return Math.exp((sum - 3) * 1.41 * spread);
  }
}
