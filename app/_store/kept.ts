/** A bounded memory of built values: the least recently asked for is forgotten first. */
export class Kept<T> {
  readonly #values = new Map<string, T>();
  readonly #building = new Map<string, Promise<T>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }

  /** The kept value, or the one that `build` makes, once for all who ask meanwhile; a failure is not kept. */
  async ask(key: string, build: () => T | Promise<T>): Promise<T> {
    const known = this.get(key) ?? this.#building.get(key);
    if (known !== undefined) return known;
    const building = (async () => this.keep(key, await build()))();
    this.#building.set(key, building);
    try {
      return await building;
    } finally {
      this.#building.delete(key);
    }
  }

  keep(key: string, value: T): T {
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#most) break;
      this.#values.delete(oldest);
    }
    return value;
  }
}
