import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { english } from "@/i18n/en";

const ROOT = join(import.meta.dirname, "..");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

const sources = files(ROOT).map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, "utf8") }));
const ours = sources.filter(({ path }) => !path.includes(".test.") && !path.startsWith("testing"));

function imports(text: string): string[] {
  return [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2] ?? "");
}

describe("the house rules of the front end", () => {
  it("no feature imports another", () => {
    const wrong = ours.flatMap(({ path, text }) => {
      const own = /^features\/([^/]+)\//.exec(path)?.[1];
      if (!own) return [];
      return imports(text)
        .filter((from) => from.startsWith("@/features/") && !from.startsWith(`@/features/${own}/`))
        .map((from) => `${path} -> ${from}`);
    });
    expect(wrong).toEqual([]);
  });

  it("what all features share knows no feature", () => {
    const wrong = ours
      .filter(({ path }) => /^(ui|api|app|i18n)\//.test(path))
      .flatMap(({ path, text }) =>
        imports(text)
          .filter((from) => /features|shells/.test(from))
          .map((from) => `${path} -> ${from}`),
      );
    expect(wrong).toEqual([]);
  });

  it("every text has its English", () => {
    const missing = new Set<string>();
    for (const { path, text } of ours) {
      if (path.startsWith("i18n/")) continue;
      for (const match of text.matchAll(/(["`])((?:(?!\1)[^\\\n])*\p{Script=Han}(?:(?!\1)[^\\\n])*)\1/gu)) {
        const said = match[2] ?? "";
        if (!(said in english) && !said.includes("${")) missing.add(said);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it("files stay about one thing", () => {
    const long = ours
      .filter(({ path }) => !path.startsWith("i18n/en"))
      .filter(({ text }) => text.split("\n").length > 350);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
