import type { DrawRecord } from "./form";
import { Refusal } from "./refusal";

export type Counts = ReadonlyMap<number, number>;

/** What a panel must keep, read from a record. */
export class Rules {
  private readonly rows: number[][];
  private readonly foes = new Map<number, Set<number>>();
  private readonly limit: number;

  constructor(private readonly record: DrawRecord) {
    const rowOf = new Map(
      record.quotas.map((quota, row) => [JSON.stringify([quota.category, quota.value]), row]),
    );
    this.rows = record.types.map((type) =>
      Object.entries(type.features).flatMap((feature) => rowOf.get(JSON.stringify(feature)) ?? []),
    );
    this.limit = record.groups?.limit ?? 1;
    for (const [first, second] of record.conflicts) {
      this.foesOf(first).add(second);
      this.foesOf(second).add(first);
    }
  }

  private foesOf(type: number): Set<number> {
    const found = this.foes.get(type) ?? new Set();
    this.foes.set(type, found);
    return found;
  }

  /** Throws Refusal with the first rule that a panel breaks. */
  check(counts: Counts, panel: number): void {
    const { record } = this;
    let total = 0;
    for (const count of counts.values()) total += count;
    if (total !== record.seats) throw new Refusal("fail.seats", { panel, count: total, seats: record.seats });
    for (const [type, count] of counts) {
      const size = record.types[type]?.size ?? 0;
      if (count > size) throw new Refusal("fail.type_count", { panel, type, count, size });
    }
    this.tally(counts).forEach((count, row) => {
      const quota = record.quotas[row];
      if (quota && (count < quota.lower || count > quota.upper))
        throw new Refusal("fail.quota", { panel, count, ...quota });
    });
    for (const [group, count] of this.groups(counts)) {
      if (count > this.limit) throw new Refusal("fail.group", { panel, group, count, limit: this.limit });
    }
    for (const type of counts.keys()) {
      for (const foe of this.foes.get(type) ?? []) {
        if (counts.has(foe)) {
          throw new Refusal("fail.conflict", {
            panel,
            first: Math.min(type, foe),
            second: Math.max(type, foe),
          });
        }
      }
    }
  }

  private tally(counts: Counts): number[] {
    const tally = this.record.quotas.map(() => 0);
    for (const [type, count] of counts) {
      for (const row of this.rows[type] ?? []) tally[row] = (tally[row] ?? 0) + count;
    }
    return tally;
  }

  private groups(counts: Counts): Map<number, number> {
    const groups = new Map<number, number>();
    for (const [type, count] of counts) {
      const group = this.record.types[type]?.group ?? null;
      if (group !== null) groups.set(group, (groups.get(group) ?? 0) + count);
    }
    return groups;
  }

  /** Returns the types of which one person may take the place of one of type `leaving`. */
  substitutes(counts: Counts, leaving: number): Set<number> {
    const tally = this.tally(counts);
    const groups = this.groups(counts);
    const present = [...counts]
      .filter(([type, count]) => type !== leaving || count > 1)
      .map(([type]) => type);
    const left = new Set(this.rows[leaving]);
    const leftGroup = this.record.types[leaving]?.group ?? null;
    const allowed = new Set<number>();
    this.record.types.forEach((type, kind) => {
      const come = new Set(this.rows[kind]);
      const keepsLower = [...left].every((row) => come.has(row) || this.above(tally, row));
      const keepsUpper = [...come].every((row) => left.has(row) || this.below(tally, row));
      const { group } = type;
      const crowded = group !== null && group !== leftGroup && (groups.get(group) ?? 0) >= this.limit;
      const foes = this.foes.get(kind);
      if (keepsLower && keepsUpper && !crowded && !present.some((one) => foes?.has(one))) allowed.add(kind);
    });
    return allowed;
  }

  private above(tally: number[], row: number): boolean {
    return (tally[row] ?? 0) > (this.record.quotas[row]?.lower ?? 0);
  }

  private below(tally: number[], row: number): boolean {
    return (tally[row] ?? 0) < (this.record.quotas[row]?.upper ?? 0);
  }
}
