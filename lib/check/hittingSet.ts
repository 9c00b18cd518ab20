import type { Repair } from './repairs';

const NODES = 20_000;

interface Candidate {
  repair: Repair;
  hits: number[];
}

/** For each contradiction (a set of figures) the repairs that touch it. */
function candidatesOf(conflicts: readonly ReadonlySet<number>[], repairs: readonly Repair[]): Candidate[] {
  const touched = repairs.map((repair) => ({
    repair,
    hits: conflicts.flatMap((conflict, at) => (repair.figures.some((figure) => conflict.has(figure)) ? [at] : [])),
  }));
  const best = new Map<string, Candidate>();
  for (const candidate of touched) {
    if (candidate.hits.length === 0) continue;
    const key = candidate.hits.join(',');
    const rival = best.get(key);
    if (!rival || candidate.repair.cost < rival.repair.cost) best.set(key, candidate);
  }
  return [...best.values()].sort((one, other) => one.repair.cost - other.repair.cost);
}

/** Groups contradictions that some repair could mend together. */
function components(count: number, candidates: readonly Candidate[]): number[][] {
  const leader = Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] ?? top;
    return top;
  };
  for (const { hits } of candidates) for (const hit of hits) leader[find(hit)] = find(hits[0] ?? hit);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at++) groups.set(find(at), [...(groups.get(find(at)) ?? []), at]);
  return [...groups.values()];
}

class Search {
  private best: Candidate[] = [];
  private bestCost = Number.POSITIVE_INFINITY;
  private nodes = 0;

  constructor(private readonly candidates: readonly Candidate[]) {}

  run(open: readonly number[]): Candidate[] {
    this.visit(open, [], 0);
    return this.best;
  }

  /** Contradictions without a repair in common need one repair each: their cheapest ones bound the cost from below. */
  private bound(open: readonly number[]): number {
    let sum = 0;
    const used = new Set<Candidate>();
    for (const conflict of open) {
      const hitting = this.candidates.filter((candidate) => candidate.hits.includes(conflict));
      if (hitting.some((candidate) => used.has(candidate))) continue;
      for (const candidate of hitting) used.add(candidate);
      sum += Math.min(...hitting.map((candidate) => candidate.repair.cost));
    }
    return sum;
  }

  private visit(open: readonly number[], chosen: Candidate[], cost: number): void {
    if (open.length === 0) {
      if (cost < this.bestCost - 1e-9) [this.best, this.bestCost] = [chosen, cost];
      return;
    }
    this.nodes += 1;
    if (this.nodes > NODES && this.best.length > 0) return;
    if (cost + this.bound(open) >= this.bestCost) return;
    const narrowest = this.narrowest(open);
    for (const candidate of narrowest) {
      const left = open.filter((conflict) => !candidate.hits.includes(conflict));
      this.visit(left, [...chosen, candidate], cost + candidate.repair.cost);
    }
  }

  private narrowest(open: readonly number[]): Candidate[] {
    const choices = open.map((conflict) => this.candidates.filter((candidate) => candidate.hits.includes(conflict)));
    const [first = []] = choices.sort((one, other) => one.length - other.length);
    const gain = (candidate: Candidate): number =>
      candidate.repair.cost / candidate.hits.filter((hit) => open.includes(hit)).length;
    return [...first].sort((one, other) => gain(one) - gain(other));
  }
}

/** The cheapest repairs that touch every contradiction; those that nothing touches are left out. */
export function cheapestRepairs(conflicts: readonly ReadonlySet<number>[], repairs: readonly Repair[]): Repair[] {
  const candidates = candidatesOf(conflicts, repairs);
  return components(conflicts.length, candidates).flatMap((group) => {
    const own = candidates.filter((candidate) => candidate.hits.some((hit) => group.includes(hit)));
    if (own.length === 0) return [];
    return new Search(own).run(group).map((candidate) => candidate.repair);
  });
}
