import { Drawing } from "./drawing";
import { asRecord, type DrawRecord, FROZEN, TICKETS } from "./form";
import { digest, hashOf, hex, joined, unhex } from "./hashing";
import { Refusal } from "./refusal";
import { Rules } from "./rules";
import { type Json, NotJson, parse } from "./strictJson";

export type Stage = "" | "frozen" | "committed" | "drawn";
export type Params = Readonly<Record<string, string | number>>;

export interface Check {
  code: string;
  ok: boolean;
  params: Params;
}

export interface Report {
  ok: boolean;
  stage: Stage;
  checks: Check[];
}

/**
 * Checks a record's text, and whether the published hashes given are its own. Never throws on bad input: the last check of
 * the report then tells what is wrong, by a code of `texts.json`. Needs WebCrypto, so a page served over HTTPS or localhost.
 */
export async function verify(
  source: string | Uint8Array,
  ledgerHashes: readonly string[] = [],
): Promise<Report> {
  const checks: Check[] = [];
  let stage: Stage = "";
  try {
    const record = asRecord(parse(source));
    checks.push(passed("check.form"));
    stage = stageOf(record);
    for (const [code, check] of CHECKS) {
      const found = await check(record);
      if (found) checks.push(passed(code, found));
    }
    checks.push(...published(record, ledgerHashes));
  } catch (error) {
    checks.push(failed(error));
    return { ok: false, stage, checks };
  }
  return { ok: true, stage, checks };
}

function failed(error: unknown): Check {
  if (error instanceof Refusal) return { code: error.code, ok: false, params: error.params };
  if (error instanceof NotJson) return { code: "form.json", ok: false, params: { problem: error.message } };
  throw error;
}

const passed = (code: string, params: Params = {}): Check => ({ code, ok: true, params });

function stageOf(record: DrawRecord): Stage {
  const { commitments, entropy } = record;
  const opened = record.parts.length > 0 || entropy.value !== null;
  const replaced = record.replacements.length > 0;
  if (commitments.ledger === null) {
    const more = commitments.parts.length > 0 || entropy.source.length > 0;
    if (record.result || opened || more || replaced) throw new Refusal("fail.stage", { problem: "ledger" });
    return "frozen";
  }
  if (record.mode === "rfc3797" && (commitments.parts.length > 0 || entropy.source.length === 0)) {
    throw new Refusal("fail.mode");
  }
  if (commitments.parts.length === 0 && entropy.source.length === 0) throw new Refusal("fail.seedless");
  if (record.result) return "drawn";
  if (opened || replaced) throw new Refusal("fail.stage", { problem: "result" });
  return "committed";
}

function checkList(record: DrawRecord): Params {
  const counted = record.types.map(() => 0);
  let before = "";
  record.candidates.forEach(({ commitment, type }, index) => {
    if (commitment <= before) throw new Refusal("fail.order", { index });
    before = commitment;
    if (type >= counted.length) noSuchType(`$.candidates[${index}].type`);
    counted[type] = (counted[type] ?? 0) + 1;
  });
  record.types.forEach(({ size }, type) => {
    const count = counted[type] ?? 0;
    if (size !== count) throw new Refusal("fail.type_size", { type, stated: size, counted: count });
  });
  checkAlike(record);
  const people = new Set(record.candidates.map((one) => one.commitment));
  record.exclusions.forEach(({ commitment }, index) => {
    const last = index > 0 ? (record.exclusions[index - 1]?.commitment ?? "") : "";
    if (people.has(commitment) || commitment <= last) throw new Refusal("fail.exclusion");
  });
  return { people: record.candidates.length };
}

function noSuchType(path: string): never {
  throw new Refusal("form.field", { path, problem: "no such type, or out of order" });
}

function checkAlike(record: DrawRecord): void {
  let before: [number, number] = [-1, -1];
  for (const pair of record.conflicts) {
    const rises = pair[0] > before[0] || (pair[0] === before[0] && pair[1] > before[1]);
    if (!rises || pair[0] >= pair[1] || pair[1] >= record.types.length) noSuchType("$.conflicts");
    before = pair;
  }
  const alone = new Set(record.conflicts.flat());
  const seen = new Map<string, number>();
  record.types.forEach(({ features, group }, type) => {
    if (group !== null && record.groups === null) noSuchType(`$.types[${type}].group`);
    if (alone.has(type)) return;
    const likeness = JSON.stringify([Object.entries(features).sort(([a], [b]) => (a < b ? -1 : 1)), group]);
    const first = seen.get(likeness);
    if (first !== undefined) throw new Refusal("fail.alike", { first, second: type });
    seen.set(likeness, type);
  });
  const stated = new Set<string>();
  for (const { category, value } of record.quotas) {
    const name = JSON.stringify([category, value]);
    if (stated.has(name)) throw new Refusal("fail.quota_order", { category, value });
    stated.add(name);
  }
}

function checkPortfolio(record: DrawRecord): Params {
  const rules = new Rules(record);
  let before: [number, number][] = [];
  record.portfolio.forEach(({ counts }, panel) => {
    const rising = counts.every(([type], place) => place === 0 || type > (counts[place - 1]?.[0] ?? type));
    if (!rising || compared(counts, before) <= 0) throw new Refusal("fail.panel_order", { panel });
    if (counts.some(([type]) => type >= record.types.length)) noSuchType(`$.portfolio[${panel}]`);
    before = counts;
    rules.check(new Map(counts), panel);
  });
  const sum = record.portfolio.reduce((total, { weight }) => total + weight, 0);
  if (sum !== TICKETS) throw new Refusal("fail.weights", { sum });
  return { panels: record.portfolio.length };
}

function compared(one: [number, number][], other: [number, number][]): number {
  const [a, b] = [one.flat(), other.flat()];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Numerator and denominator in lowest terms. */
export type Fraction = readonly [bigint, bigint];

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** Returns each type's chance per person in lowest terms. */
export function chances(record: DrawRecord): Fraction[] {
  const sums = record.types.map(() => 0n);
  for (const { counts, weight } of record.portfolio) {
    for (const [type, count] of counts) sums[type] = (sums[type] ?? 0n) + BigInt(weight) * BigInt(count);
  }
  return record.types.map(({ size }, type) => {
    const sum = sums[type] ?? 0n;
    const all = BigInt(TICKETS) * BigInt(size);
    const common = divisor(sum, all);
    return [sum / common, all / common];
  });
}

function checkFairness(record: DrawRecord): Params {
  const each = chances(record);
  const barred = new Set(record.fairness.barred.map((one) => one.type));
  const without = each.flatMap(([sum], type) => (sum === 0n ? [type] : []));
  const stated = record.fairness.barred.map((one) => one.type);
  if (stated.join() !== without.join()) {
    const differing = [...barred, ...without].filter((type) => barred.has(type) !== without.includes(type));
    throw new Refusal("fail.barred", { type: Math.min(...(differing.length > 0 ? differing : stated)) });
  }
  const sorted = each
    .filter(([sum]) => sum !== 0n)
    .sort(([a, x], [b, y]) => (a * y < b * x ? -1 : a * y > b * x ? 1 : 0));
  const [least, largest] = [sorted[0] ?? [0n, 1n], sorted.at(-1) ?? [0n, 1n]];
  const [sum, all] = record.fairness.least;
  if (BigInt(sum) !== least[0] || BigInt(all) !== least[1]) {
    throw new Refusal("fail.least", { stated: `${sum}/${all}`, least: least.join("/") });
  }
  return { least: least.join("/"), largest: largest.join("/") };
}

function compare(what: string, stated: string, computed: string): void {
  if (stated !== computed) throw new Refusal("fail.hash", { what, stated, computed });
}

const plain = (record: DrawRecord) => record as unknown as { [name: string]: Json };

async function checkRecord(record: DrawRecord): Promise<Params> {
  const frozen = Object.fromEntries(FROZEN.map((name) => [name, plain(record)[name] ?? null]));
  compare("record", record.commitments.record, await hashOf(record.hash, frozen));
  return {};
}

async function checkLedger(record: DrawRecord): Promise<Params | null> {
  const { ledger, parts } = record.commitments;
  if (ledger === null) return null;
  if (new Set(parts.map((one) => one.holder)).size !== parts.length) throw new Refusal("fail.holders");
  const content = {
    kind: "juxian.draw.ledger/1",
    number: record.draw.number,
    record: record.commitments.record,
    parts,
    entropy: record.entropy.source,
  };
  compare("ledger", ledger, await hashOf(record.hash, content));
  return { parts: parts.length };
}

async function checkParts(record: DrawRecord): Promise<Params | null> {
  if (!record.result) return null;
  const committed = record.commitments.parts;
  const holders = record.parts.map((one) => one.holder);
  if (JSON.stringify(holders) !== JSON.stringify(committed.map((one) => one.holder)))
    throw new Refusal("fail.holders");
  for (const [place, { holder, secret }] of record.parts.entries()) {
    const content = { kind: "juxian.draw.part/1", number: record.draw.number, holder, secret };
    compare(holder, committed[place]?.hash ?? "", await hashOf(record.hash, content));
  }
  return { parts: committed.length };
}

function checkEntropy(record: DrawRecord): Params | null {
  if (!record.result) return null;
  const { source, value } = record.entropy;
  if (source.length !== (value?.length ?? 0) || value?.length === 0) throw new Refusal("fail.entropy");
  return source.length > 0 ? {} : null;
}

async function checkResult(record: DrawRecord): Promise<Params | null> {
  const { result } = record;
  if (!result) return null;
  const again = await Drawing.of(record);
  if (result.ticket !== again.ticket) throw new Refusal("fail.result", { field: "ticket" });
  for (const field of ["members", "alternates"] as const) {
    if (result[field].join() !== again[field].join()) throw new Refusal("fail.result", { field });
  }
  const { hash, ...drawn } = result;
  const content = {
    kind: "juxian.draw.result/1",
    ledger: record.commitments.ledger,
    parts: record.parts,
    entropy: record.entropy,
    ...drawn,
  };
  compare("result", hash, await hashOf(record.hash, content));
  await checkReplacements(record, again);
  return { ticket: result.ticket, members: result.members.length, alternates: result.alternates.length };
}

async function checkReplacements(record: DrawRecord, again: Drawing): Promise<void> {
  for (const [place, one] of record.replacements.entries()) {
    const successor = await again.replace(one.out).catch((error: unknown) => {
      if (error instanceof Refusal) throw new Refusal("fail.replacement", { number: place + 1 });
      throw error;
    });
    if (successor !== one.in) throw new Refusal("fail.replacement", { number: place + 1 });
  }
}

async function checkSeal(record: DrawRecord): Promise<Params> {
  const { commitments, entropy, parts, result, replacements } = record;
  const content = { kind: "juxian.draw.seal/1", commitments, entropy, parts, result, replacements };
  compare("seal", record.seal, await hashOf(record.hash, content));
  return {};
}

const CHECKS: [string, (record: DrawRecord) => Params | null | Promise<Params | null>][] = [
  ["check.list", checkList],
  ["check.portfolio", checkPortfolio],
  ["check.fairness", checkFairness],
  ["check.record", checkRecord],
  ["check.ledger", checkLedger],
  ["check.parts", checkParts],
  ["check.entropy", checkEntropy],
  ["check.result", checkResult],
  ["check.replacements", ({ replacements: { length: count } }) => (count > 0 ? { count } : null)],
  ["check.seal", checkSeal],
];

function published(record: DrawRecord, given: readonly string[]): Check[] {
  if (given.length === 0) return [passed("proves.nothing")];
  const names = new Map<string | null | undefined, string>([
    [record.commitments.ledger, "ledger"],
    [record.commitments.record, "record"],
    [record.result?.hash, "result"],
    [record.seal, "seal"],
  ]);
  return given.map((hash) => {
    const name = names.get(hash.trim().toLowerCase());
    if (name === undefined) throw new Refusal("fail.ledger_hash", { hash: hash.slice(0, 80) });
    return passed("check.ledger_hash", { hash: `${hash.slice(0, 16)}…`, proves: `proves.${name}` });
  });
}

/** One person's place in a record. */
export interface Place {
  /** Counted from 0; null when excluded. */
  index: number | null;
  features: Readonly<Record<string, string>>;
  chance: Fraction;
  /** Why excluded, or why without a chance; empty otherwise. */
  reason: string;
}

/** Finds who holds "salt:person" in a record that was verified; throws Refusal when it is nobody on it. */
export async function mine(source: string | Uint8Array, secret: string): Promise<Place> {
  const record = asRecord(parse(source));
  const [, salt, key] = /^([0-9a-f]{64}):(.*)$/isu.exec(secret.trim()) ?? [];
  if (salt === undefined || key === undefined) throw new Refusal("mine.secret");
  const own = hex(await digest(record.hash, joined(unhex(salt), new TextEncoder().encode(key))));
  const excluded = record.exclusions.find((one) => one.commitment === own);
  if (excluded) return { index: null, features: {}, chance: [0n, 1n], reason: excluded.reason };
  const index = record.candidates.findIndex((one) => one.commitment === own);
  const type = record.candidates[index]?.type;
  if (type === undefined) throw new Refusal("mine.absent");
  const reason = record.fairness.barred.find((one) => one.type === type)?.reason ?? "";
  return {
    index,
    features: record.types[type]?.features ?? {},
    chance: chances(record)[type] ?? [0n, 1n],
    reason,
  };
}
