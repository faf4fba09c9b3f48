/**
 * Reads the JSON of a record more strictly than JSON.parse: whole numbers only, no name twice in one object,
 * bounded depth. Every value read therefore has exactly one canonical text.
 */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const DEEPEST = 200;
const LARGEST_BYTES = 64 * 2 ** 20;
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** A text that is not the JSON of a record. */
export class NotJson extends Error {}

/** Returns the value of a text; throws NotJson. */
export function parse(source: string | Uint8Array): Json {
  if (source.length > LARGEST_BYTES) throw new NotJson("too large");
  const reader = new Reader(typeof source === "string" ? source : decoded(source));
  return reader.whole();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotJson("not UTF-8");
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) this.fail("more after the end");
    return value;
  }

  private fail(problem: string): never {
    throw new NotJson(`${problem} (at ${this.at})`);
  }

  private space(): void {
    while (" \t\n\r".includes(this.text.charAt(this.at)) && this.at < this.text.length) this.at += 1;
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private value(depth: number): Json {
    if (depth > DEEPEST) this.fail("nested too deeply");
    this.space();
    if (this.take("{")) return this.members(depth);
    if (this.take("[")) return this.items(depth);
    if (this.take('"')) return this.string();
    if (this.take("null")) return null;
    if (this.take("true")) return true;
    if (this.take("false")) return false;
    return this.number();
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined) this.fail("no value");
    this.at += digits.length;
    if (".eE".includes(this.text.charAt(this.at)) && this.at < this.text.length)
      this.fail("not a whole number");
    const value = Number(digits);
    if (!Number.isSafeInteger(value)) this.fail("a number too large");
    return value + 0;
  }

  private string(): string {
    let value = "";
    for (;;) {
      PLAIN.lastIndex = this.at;
      const run = PLAIN.exec(this.text)?.[0] ?? "";
      value += run;
      this.at += run.length;
      if (this.take('"')) return value;
      if (!this.take("\\")) this.fail("a string without end, or a control character");
      value += this.escape();
    }
  }

  private escape(): string {
    const letter = this.text.charAt(this.at);
    this.at += 1;
    if (letter === "u") {
      const digits = this.text.slice(this.at, this.at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail("a wrong escape");
      this.at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    return ESCAPES[letter] ?? this.fail("a wrong escape");
  }

  private items(depth: number): Json[] {
    const items: Json[] = [];
    this.space();
    if (this.take("]")) return items;
    for (;;) {
      items.push(this.value(depth + 1));
      this.space();
      if (this.take("]")) return items;
      if (!this.take(",")) this.fail("a comma is missing");
    }
  }

  private members(depth: number): { [name: string]: Json } {
    const members = new Map<string, Json>();
    this.space();
    if (this.take("}")) return {};
    for (;;) {
      this.space();
      if (!this.take('"')) this.fail("a name is missing");
      const name = this.string();
      if (members.has(name)) this.fail("a name stands twice");
      this.space();
      if (!this.take(":")) this.fail("a colon is missing");
      members.set(name, this.value(depth + 1));
      this.space();
      if (this.take("}")) return Object.fromEntries(members);
      if (!this.take(",")) this.fail("a comma is missing");
    }
  }
}
