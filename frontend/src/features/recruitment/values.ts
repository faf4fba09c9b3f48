import type { TFunction } from "i18next";
import { day } from "@/i18n/format";
import type { FieldSpec } from "@/ui/form";

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

/** A form's answer as text, with its choice in words. */
export function spoken(field: FieldSpec, value: unknown, t: TFunction): string {
  const named = (one: unknown) =>
    field.choices?.find((choice) => choice.value === one)?.label ?? shown(one, t);
  if (field.type === "list" && Array.isArray(value)) {
    const columns = field.columns ?? [];
    const row = (one: Record<string, unknown>) =>
      columns.map((column) => shown(one[column.key], t)).join(" · ");
    return value.map(row).join("；") || "—";
  }
  if (field.key === "identity_number" && typeof value === "string" && value.length > 8) {
    return `${value.slice(0, 4)}${"*".repeat(value.length - 8)}${value.slice(-4)}`;
  }
  if (Array.isArray(value)) return value.map(named).join("、") || "—";
  return named(value);
}
