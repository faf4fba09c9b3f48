import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mine, verify } from "./check";
import { hex } from "./hashing";
import { md5 } from "./md5";
import { sm3 } from "./sm3";
import { normalised, PublicStream } from "./stream";
import { say } from "./texts";

type Vector = [record: number, at: number, length: number, instead: string, codes: string[]];

const FILE = "../tests/data/draws/vectors.json.gz";
const stored = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as {
  records: string[];
  vectors: Vector[];
};
const bytes = (text: string) => new TextEncoder().encode(text);

/** Python counts characters, JavaScript UTF-16 units. */
function edited([record, at, length, instead]: Vector): string {
  const text = [...(stored.records[record] ?? "")];
  return [...text.slice(0, at), instead, ...text.slice(at + length)].join("");
}

async function codes(text: string): Promise<string[]> {
  const found = (await verify(text)).checks.map((check) => check.code);
  return found.at(-1)?.startsWith("form.") ? ["form"] : found;
}

// The simulated browser has no WebCrypto of its own.
beforeAll(() => {
  if (globalThis.crypto?.subtle === undefined) vi.stubGlobal("crypto", webcrypto);
});

describe("the check in the browser", () => {
  it("agrees with the library on a thousand records, sound and tampered", async () => {
    expect(stored.vectors).toHaveLength(1000);
    for (const vector of stored.vectors) {
      expect(await codes(edited(vector)), JSON.stringify(vector)).toEqual(vector[4]);
    }
  }, 60_000);

  it("tells whether the record is the one published", async () => {
    const text = stored.records[0] ?? "";
    const record = JSON.parse(text);
    const hashes = [record.commitments.ledger, record.result.hash, record.seal.toUpperCase()];
    const report = await verify(text, hashes);
    expect(report.ok).toBe(true);
    expect(report.checks.slice(-3).map((check) => check.params.proves)).toEqual([
      "proves.ledger",
      "proves.result",
      "proves.seal",
    ]);
    const other = await verify(text, ["0".repeat(64)]);
    expect(other.ok).toBe(false);
    expect(other.checks.at(-1)?.code).toBe("fail.ledger_hash");
  });

  it("has a sentence without gaps for every check in both languages", async () => {
    for (const text of stored.records.slice(0, 40)) {
      for (const { code, params } of (await verify(text)).checks) {
        expect(say(code, params, "zh")).not.toMatch(/[{}]|^check|undefined/);
        expect(say(code, params, "en")).not.toMatch(/[{}]|^check|undefined/);
      }
    }
  });

  it("refuses somebody who is not on the list", async () => {
    await expect(mine(stored.records[0] ?? "", `${"0".repeat(64)}:p1`)).rejects.toMatchObject({
      code: "mine.absent",
    });
    await expect(mine(stored.records[0] ?? "", "p1")).rejects.toMatchObject({ code: "mine.secret" });
  });

  it.each(["", "null", "[", "[".repeat(100_000), '{"a":1,"a":1}', "1.0", "\ufeff{}"])(
    "never fails on rubbish (%#)",
    async (text) => {
      const report = await verify(text);
      expect(report.ok).toBe(false);
      expect(report.checks.at(-1)?.code).toMatch(/^form\./);
    },
  );
});

describe("its parts", () => {
  it("hashes by the standards' examples", () => {
    expect(hex(sm3(bytes("abc")))).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    expect(hex(sm3(bytes("abcd".repeat(16))))).toBe(
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    );
    expect(hex(md5(bytes("")))).toBe("d41d8cd98f00b204e9800998ecf8427e");
    expect(hex(md5(bytes("1234567890".repeat(8))))).toBe("57edf4a22be3c955ac49da2e2107b67a");
  });

  it("selects as RFC 3797 published", async () => {
    const source = new PublicStream(normalised(["9319", "2 5 12 8 10", "9 18 26 34 41 45"]));
    const names = Array.from({ length: 25 }, (_, place) => place + 1);
    const selected = [];
    for (let i = 0; i < 10; i += 1)
      selected.push(...names.splice((await source.below(names.length)) ?? 0, 1));
    expect(selected).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13]);
  });
});
