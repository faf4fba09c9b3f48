import type { Json } from "./strictJson";

/**
 * Canonical JSON (RFC 8785) of a record's value. A record holds whole numbers only, so that no number needs more care
 * than its decimal digits; sort() orders names by UTF-16 units, as the RFC asks.
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}
