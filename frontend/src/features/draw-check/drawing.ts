import type { DrawRecord } from "./form";
import { hashOf, unhex } from "./hashing";
import { Refusal } from "./refusal";
import { Rules } from "./rules";
import { normalised, PublicStream, type Source, Stream } from "./stream";

/** Repeats the draw of a record: ticket, members, alternates, and the successors of those who leave. */
export class Drawing {
  ticket = 0;
  members: number[] = [];
  alternates: number[] = [];
  private waiting: number[] = [];
  private left: number[] = [];
  private panel: number[] = [];
  private readonly vacant = new Set<number>();
  private readonly rules: Rules;

  private constructor(
    private readonly record: DrawRecord,
    private readonly source: Source,
  ) {
    this.rules = new Rules(record);
  }

  /** Draws again from the revealed parts and public values. */
  static async of(record: DrawRecord): Promise<Drawing> {
    const drawing = new Drawing(record, await source(record));
    await drawing.run();
    return drawing;
  }

  private kind(candidate: number): number {
    return this.record.candidates[candidate]?.type ?? -1;
  }

  private counts(panel: readonly number[]): Map<number, number> {
    const counts = new Map<number, number>();
    for (const candidate of panel)
      counts.set(this.kind(candidate), (counts.get(this.kind(candidate)) ?? 0) + 1);
    return counts;
  }

  private async run(): Promise<void> {
    const { portfolio, candidates, alternates } = this.record;
    if (portfolio.length > 1) this.ticket = (await this.source.below(1_000_000_000)) ?? 0;
    let rest = this.ticket;
    const drawn = portfolio.find((panel) => {
      rest -= panel.weight;
      return rest < 0;
    });
    if (!drawn) throw new Refusal("fail.weights", { sum: rest });
    for (const [type, count] of drawn.counts) {
      const people = candidates.flatMap((one, place) => (one.type === type ? [place] : []));
      for (let i = 0; i < count; i += 1) {
        this.members.push(...people.splice((await this.source.below(people.length)) ?? 0, 1));
      }
    }
    this.panel = [...this.members];
    const members = new Set(this.members);
    this.left = candidates.map((_, place) => place).filter((place) => !members.has(place));
    await this.nameAlternates(alternates);
  }

  private async nameAlternates(wanted: number): Promise<void> {
    const counts = this.counts(this.members);
    const useful = new Set([...counts.keys()].flatMap((type) => [...this.rules.substitutes(counts, type)]));
    const available = this.left.filter((one) => useful.has(this.kind(one))).length;
    const passed: number[] = [];
    while (this.alternates.length < Math.min(wanted, available)) {
      const next = await this.next();
      if (next === null) break;
      (useful.has(this.kind(next)) ? this.alternates : passed).push(next);
    }
    this.waiting = [...this.alternates, ...passed];
  }

  private async next(): Promise<number | null> {
    if (this.left.length === 0) return null;
    const place = await this.source.below(this.left.length);
    return place === null ? null : (this.left.splice(place, 1)[0] ?? null);
  }

  /** Takes a candidate off the panel; returns the successor, or null when nobody left keeps every rule. */
  async replace(out: number): Promise<number | null> {
    const seat = this.panel.indexOf(out);
    if (seat < 0 || this.vacant.has(out)) throw new Refusal("replace.out", { index: out });
    const allowed = this.rules.substitutes(this.counts(this.panel), this.kind(out));
    const successor = await this.first(allowed);
    if (successor === null) this.vacant.add(out);
    else this.panel[seat] = successor;
    return successor;
  }

  private async first(allowed: ReadonlySet<number>): Promise<number | null> {
    const place = this.waiting.findIndex((one) => allowed.has(this.kind(one)));
    if (place >= 0) return this.waiting.splice(place, 1)[0] ?? null;
    if (!this.left.some((one) => allowed.has(this.kind(one)))) return null;
    for (;;) {
      const next = await this.next();
      if (next === null || allowed.has(this.kind(next))) return next;
      this.waiting.push(next);
    }
  }
}

async function source(record: DrawRecord): Promise<Source> {
  const entropy = normalised(record.entropy.value ?? []);
  if (record.mode === "rfc3797") return new PublicStream(entropy);
  const seed = await hashOf(record.hash, {
    kind: "juxian.draw.seed/1",
    ledger: record.commitments.ledger,
    parts: record.parts,
    entropy,
  });
  return new Stream(unhex(seed), record.hash);
}
