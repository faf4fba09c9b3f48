import { type HashName, joined, Mac } from "./hashing";
import { md5 } from "./md5";
import { Refusal } from "./refusal";

/** Yields uniform integers one after another. */
export interface Source {
  /** Returns the next integer from 0 to n - 1, or null when the source is exhausted. */
  below(n: number): Promise<number | null>;
}

/** The counter stream: HMAC(seed, 0), HMAC(seed, 1), ... read as one run of bytes; what is not below n is drawn again. */
export class Stream implements Source {
  private readonly mac: Mac;
  private block: Uint8Array = new Uint8Array();
  private at = 0;
  private counter = 0;

  constructor(seed: Uint8Array, hash: HashName) {
    this.mac = new Mac(hash, seed);
  }

  private async byte(): Promise<number> {
    if (this.at === this.block.length) {
      const message = new DataView(new ArrayBuffer(8));
      message.setUint32(0, Math.floor(this.counter / 2 ** 32));
      message.setUint32(4, this.counter >>> 0);
      this.block = await this.mac.of(new Uint8Array(message.buffer));
      this.counter += 1;
      this.at = 0;
    }
    const byte = this.block[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  async below(n: number): Promise<number> {
    let bits = 0;
    while (2 ** bits < n) bits += 1;
    for (;;) {
      let x = 0;
      for (let left = Math.ceil(bits / 8); left > 0; left -= 1) x = 256 * x + (await this.byte());
      x %= 2 ** bits;
      if (x < n) return x;
    }
  }
}

/** RFC 3797, section 4: MD5(i, key, i) as one number modulo n, for i = 0, 1, 2, ... below 65,536. */
export class PublicStream implements Source {
  private counter = 0;
  private readonly key: Uint8Array;

  constructor(key: string) {
    this.key = new TextEncoder().encode(key);
  }

  async below(n: number): Promise<number | null> {
    if (this.counter > 0xffff) return null;
    const index = Uint8Array.of(this.counter >> 8, this.counter & 0xff);
    this.counter += 1;
    let rest = 0;
    for (const byte of md5(joined(index, this.key, index))) rest = (256 * rest + byte) % n;
    return rest;
  }
}

const NUMBER = /^[0-9]{1,100}(?:\.[0-9]{0,100})?$/;

/** Returns the key string of public sources, as RFC 3797 writes them: "9319" and "2 5 12" become "9319./2.5.12./". */
export function normalised(sources: readonly string[]): string {
  return sources.map((source) => `${one(source)}/`).join("");
}

function one(source: string): string {
  const pieces = source.split(/[ \t\r\n\u3000,;，；、]+/u).filter((piece) => piece !== "");
  if (pieces.length > 0 && pieces.every((piece) => NUMBER.test(piece))) {
    return pieces
      .map(parts)
      .sort(byValue)
      .map(([whole, fraction]) => `${whole}.${fraction}`)
      .join("");
  }
  const kept = source.replace(/[a-z]/g, (letter) => letter.toUpperCase()).replace(/[^A-Z0-9]/g, "");
  if (kept === "") throw new Refusal("rfc3797.empty", { source: source.slice(0, 40) });
  return kept;
}

function parts(number: string): [string, string] {
  const [whole = "", fraction = ""] = number.split(".");
  return [whole.replace(/^0+/, "") || "0", fraction.replace(/0+$/, "")];
}

function byValue([a, x]: [string, string], [b, y]: [string, string]): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a !== b) return a < b ? -1 : 1;
  return x === y ? 0 : x < y ? -1 : 1;
}
