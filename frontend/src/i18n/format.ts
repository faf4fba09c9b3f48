import dayjs from "dayjs";
import i18next from "i18next";

const ZONE = "Asia/Shanghai";

function parts(iso: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const found: Record<string, string> = {};
  for (const part of format.formatToParts(new Date(iso))) found[part.type] = part.value;
  return found;
}

const isDay = (iso: string) => /^\d{4}-\d{2}-\d{2}$/.test(iso);

/** A day as 2026年11月23日 (or 23 Nov 2026), in Beijing; an empty value as a dash. */
export function day(iso: string | null | undefined): string {
  if (!iso) return "—";
  // A bare date has no zone: noon in Beijing keeps it on its own day.
  const p = parts(isDay(iso) ? `${iso}T12:00:00+08:00` : iso);
  if (i18next.language === "en") return dayjs(`${p.year}-${p.month}-${p.day}`).format("D MMM YYYY");
  return `${p.year}年${Number(p.month)}月${Number(p.day)}日`;
}

/** An instant as 2026年11月23日 18:00, in Beijing. */
export function moment(iso: string | null | undefined): string {
  if (!iso) return "—";
  if (isDay(iso)) return day(iso);
  const p = parts(iso);
  return `${day(iso)} ${p.hour}:${p.minute}`;
}

/** A share between 0 and 1 as a percentage with one decimal. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "—" : `${(share * 100).toFixed(1)}%`;
}

/** A count with thousands separated. */
export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : value.toLocaleString("zh-CN");
}

/** A file size for people. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(0)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
