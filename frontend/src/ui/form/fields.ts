import dayjs, { type Dayjs } from "dayjs";

export type FieldKind =
  | "text"
  | "textarea"
  | "date"
  | "choice"
  | "multi"
  | "bool"
  | "boolean"
  | "number"
  | "tags"
  | "list"
  | "file";

/** One thing that a form asks, as the server describes it. */
export interface FieldSpec {
  key: string;
  label: string;
  type: FieldKind;
  required?: boolean;
  choices?: { value: string; label: string }[];
  /** What helps to fill it in. */
  help?: string;
  clause?: string;
  cite?: string;
  unit?: string;
  /** Longest text, or most entries. */
  most?: number;
  columns?: FieldSpec[];
}

export type Values = Record<string, unknown>;

/** Stored values as the controls hold them: days become day objects. */
export function toControls(fields: FieldSpec[], values: Values): Values {
  const held: Values = { ...values };
  for (const field of fields) {
    const value = values[field.key];
    if (field.type === "date") held[field.key] = typeof value === "string" && value ? dayjs(value) : null;
    if (field.type === "list" && Array.isArray(value)) {
      held[field.key] = value.map((row: Values) => toControls(field.columns ?? [], row));
    }
  }
  return held;
}

function stored(field: FieldSpec, value: unknown): unknown {
  if (field.type === "date") return value ? (value as Dayjs).format("YYYY-MM-DD") : null;
  if (field.type === "list") {
    const rows = (value ?? []) as (Values | undefined)[];
    return rows.filter(Boolean).map((row) => fromControls(field.columns ?? [], row ?? {}));
  }
  if (field.type === "tags" || field.type === "multi") return value ?? [];
  return value ?? (field.type === "text" || field.type === "textarea" ? "" : null);
}

/** What the controls hold, for the server. */
export function fromControls(fields: FieldSpec[], held: Values): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.type !== "file") values[field.key] = stored(field, held[field.key]);
  }
  return values;
}

const given = (value: unknown) =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** The required fields that are still empty. */
export function lacking(fields: FieldSpec[], values: Values): FieldSpec[] {
  return fields.filter((field) => field.required && !given(values[field.key]));
}
