import { canonical } from "./canonical";
import { sm3 } from "./sm3";
import type { Json } from "./strictJson";

export type HashName = "sha256" | "sm3";

const BLOCK = 64;

/** Returns the 32-byte hash of a message: SHA-256 by WebCrypto, SM3 by our own. */
export async function digest(name: HashName, message: Uint8Array): Promise<Uint8Array> {
  if (name === "sm3") return sm3(message);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", message.slice()));
}

/** Returns the lower-case hexadecimal hash of a value's canonical JSON. */
export async function hashOf(name: HashName, value: Json): Promise<string> {
  return hex(await digest(name, new TextEncoder().encode(canonical(value))));
}

/** HMAC (RFC 2104) under one key. */
export class Mac {
  private readonly inner: Uint8Array;
  private readonly outer: Uint8Array;

  /** The key has at most 64 bytes. */
  constructor(
    private readonly name: HashName,
    key: Uint8Array,
  ) {
    const padded = new Uint8Array(BLOCK);
    padded.set(key);
    this.inner = padded.map((byte) => byte ^ 0x36);
    this.outer = padded.map((byte) => byte ^ 0x5c);
  }

  /** Returns the 32-byte code of a message. */
  async of(message: Uint8Array): Promise<Uint8Array> {
    const first = await digest(this.name, joined(this.inner, message));
    return digest(this.name, joined(this.outer, first));
  }
}

export function joined(...pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function unhex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
