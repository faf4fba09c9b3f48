import dayjs, { type Dayjs } from "dayjs";
import type { DrawRequest, RequestInput } from "./api/requests";

/** The request as the form's controls hold it: instants as day objects. */
export interface FormValues extends Omit<RequestInput, "meets_at" | "opens_at" | "answer_by"> {
  meets_at: Dayjs | null;
  opens_at: Dayjs | null;
  answer_by: Dayjs | null;
}

/** An empty request. */
export function blank(): FormValues {
  return {
    title: "",
    purpose: "",
    task_type: null,
    committee: null,
    size: 7,
    alternates: 3,
    meets_at: null,
    place: "",
    opens_at: null,
    answer_by: null,
    groups: [],
    quotas: [],
    recusals: { employers: [], experts: [] },
  };
}

const instant = (text: string | null) => (text ? dayjs(text) : null);

/** A stored request for the form. */
export function inputOf(request: DrawRequest): FormValues {
  const values = { ...blank() };
  for (const key of Object.keys(values) as (keyof FormValues)[]) {
    const stored = request[key];
    if (stored !== undefined && stored !== null) Object.assign(values, { [key]: stored });
  }
  return {
    ...values,
    meets_at: instant(request.meets_at),
    opens_at: instant(request.opens_at),
    answer_by: instant(request.answer_by),
  };
}

/** The form for the server. */
export function outputOf(values: FormValues): RequestInput {
  const text = (value: Dayjs | null) => (value ? value.format() : null);
  const quotas = values.quotas.filter((quota) => quota?.category && quota.value);
  return {
    ...values,
    quotas,
    meets_at: text(values.meets_at),
    opens_at: text(values.opens_at),
    answer_by: text(values.answer_by),
  };
}
