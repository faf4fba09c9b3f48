import type { HashName } from "./hashing";
import { Refusal } from "./refusal";
import type { Json } from "./strictJson";

/** A draw record of version 1; `platform/sortition/record.schema.json` describes each field. */
export interface DrawRecord {
  version: 1;
  hash: HashName;
  mode: "hmac" | "rfc3797";
  draw: {
    number: number;
    previous: string | null;
    agency: string;
    purpose: string;
    rule_version: string;
    repeats: { number: number; reason: string; approval: string } | null;
  };
  seats: number;
  alternates: number;
  candidates: { commitment: string; type: number }[];
  types: { features: { [category: string]: string }; group: number | null; size: number }[];
  groups: { label: string; limit: number } | null;
  conflicts: [number, number][];
  quotas: { category: string; value: string; lower: number; upper: number }[];
  exclusions: { commitment: string; reason: string }[];
  portfolio: { counts: [number, number][]; weight: number }[];
  fairness: {
    objective: string;
    least: [number, number];
    bound: string;
    gap: string;
    rounding: string;
    barred: { type: number; reason: string }[];
  };
  entropy: { source: string[]; value: string[] | null };
  commitments: { record: string; parts: { holder: string; hash: string }[]; ledger: string | null };
  parts: { holder: string; secret: string }[];
  result: { ticket: number; members: number[]; alternates: number[]; hash: string } | null;
  replacements: { out: number; in: number | null; reason: string }[];
  seal: string;
}

/** Names of the frozen content, in no particular order: its hash is `commitments.record`. */
export const FROZEN = [
  "version",
  "hash",
  "mode",
  "draw",
  "seats",
  "alternates",
  "candidates",
  "types",
  "groups",
  "conflicts",
  "quotas",
  "exclusions",
  "portfolio",
  "fairness",
] as const;

export const TICKETS = 1_000_000_000;
const LONGEST = 4000;

type Form = (value: Json | undefined, path: string) => void;

function wrong(path: string, problem: string): never {
  throw new Refusal("form.field", { path, problem });
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text: Form = (value, path) => {
  if (typeof value !== "string" || [...value].length > LONGEST) wrong(path, "not a text");
  if (/\p{Surrogate}/u.test(value)) wrong(path, "half a surrogate pair");
};

const matches =
  (pattern: RegExp): Form =>
  (value, path) => {
    if (typeof value !== "string" || !pattern.test(value)) wrong(path, "not of its form");
  };

const hash = matches(/^[0-9a-f]{64}$/);
const decimal = matches(/^(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,20})?$/);

const whole =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): Form =>
  (value, path) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      wrong(path, `not a whole number from ${least} to ${most}`);
    }
  };

const oneOf =
  (...allowed: readonly Json[]): Form =>
  (value, path) => {
    if (value === undefined || !allowed.includes(value)) wrong(path, `not one of ${allowed.join(", ")}`);
  };

const maybe =
  (inner: Form): Form =>
  (value, path) => {
    if (value !== null) inner(value, path);
  };

const list =
  (item: Form, least = 0): Form =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least) wrong(path, `not a list of at least ${least}`);
    value.forEach((one, index) => {
      item(one, `${path}[${index}]`);
    });
  };

const pair =
  (first: Form, second: Form): Form =>
  (value, path) => {
    if (!Array.isArray(value) || value.length !== 2) wrong(path, "not a pair");
    first(value[0], `${path}[0]`);
    second(value[1], `${path}[1]`);
  };

const object =
  (fields: Record<string, Form>): Form =>
  (value, path) => {
    if (!isObject(value)) wrong(path, "not an object");
    const names = Object.keys(fields);
    if (Object.keys(value).length !== names.length || !names.every((name) => Object.hasOwn(value, name))) {
      wrong(path, "missing or unknown fields");
    }
    for (const name of names) fields[name]?.(value[name], `${path}.${name}`);
  };

const features: Form = (value, path) => {
  if (!isObject(value)) wrong(path, "not an object");
  for (const [name, one] of Object.entries(value)) {
    text(name, path);
    text(one, path);
  }
};

const index = whole(0);
const positive = whole(1);

const record = object({
  version: oneOf(1),
  hash: oneOf("sha256", "sm3"),
  mode: oneOf("hmac", "rfc3797"),
  draw: object({
    number: positive,
    previous: maybe(hash),
    agency: text,
    purpose: text,
    rule_version: text,
    repeats: maybe(object({ number: positive, reason: text, approval: text })),
  }),
  seats: positive,
  alternates: index,
  candidates: list(object({ commitment: hash, type: index }), 1),
  types: list(object({ features, group: maybe(index), size: positive }), 1),
  groups: maybe(object({ label: text, limit: positive })),
  conflicts: list(pair(index, index)),
  quotas: list(object({ category: text, value: text, lower: index, upper: index })),
  exclusions: list(object({ commitment: hash, reason: text })),
  portfolio: list(object({ counts: list(pair(index, positive), 1), weight: whole(1, TICKETS) }), 1),
  fairness: object({
    objective: oneOf("leximin", "maximin", "nash", "goldilocks"),
    least: pair(index, positive),
    bound: decimal,
    gap: decimal,
    rounding: decimal,
    barred: list(object({ type: index, reason: text })),
  }),
  entropy: object({ source: list(text), value: maybe(list(text)) }),
  commitments: object({
    record: hash,
    parts: list(object({ holder: text, hash })),
    ledger: maybe(hash),
  }),
  parts: list(object({ holder: text, secret: hash })),
  result: maybe(
    object({ ticket: whole(0, TICKETS - 1), members: list(index, 1), alternates: list(index), hash }),
  ),
  replacements: list(object({ out: index, in: maybe(index), reason: text })),
  seal: hash,
});

/** Returns the value as a record; throws Refusal with the path of the first field of the wrong form. */
export function asRecord(value: Json): DrawRecord {
  record(value, "$");
  return value as unknown as DrawRecord;
}
