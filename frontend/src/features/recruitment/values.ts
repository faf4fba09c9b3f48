import type { TFunction } from "i18next";
import { day } from "@/i18n/format";

/** A stated value as text: days as days, yes and no as words, lists joined. */
export function shown(value: unknown, t: TFunction): string {
  if (value === null || value === undefined || value === "") return "—";
  if (value === true) return t("是");
  if (value === false) return t("否");
  if (Array.isArray(value)) return value.map((one) => shown(one, t)).join("；");
  if (typeof value === "object") {
    return Object.values(value)
      .map((one) => shown(one, t))
      .join(" · ");
  }
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}
