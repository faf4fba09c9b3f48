import texts from "./texts.json";

const TEXTS: Record<string, string[] | undefined> = texts;

/** Says a check in Chinese or English. */
export function say(
  code: string,
  params: Readonly<Record<string, string | number>>,
  language: "zh" | "en",
): string {
  const text = TEXTS[code]?.[language === "zh" ? 0 : 1] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    const inner = typeof value === "string" ? TEXTS[value] : undefined;
    return String(inner ? inner[language === "zh" ? 0 : 1] : (value ?? ""));
  });
}
