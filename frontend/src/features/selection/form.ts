import dayjs, { type Dayjs } from "dayjs";
import type { DrawRequest, RequestInput } from "./api/requests";

const INSTANTS = ["meets_at", "meets_until", "opens_at", "answer_by"] as const;
type Instant = (typeof INSTANTS)[number];

/** The request as the form's controls hold it: instants as day objects. */
export type FormValues = Omit<RequestInput, Instant> & Record<Instant, Dayjs | null>;

/** An empty request, for a committee if one is given. */
export function blank(committee: string | null = null): FormValues {
  return {
    title: "",
    purpose: "",
    task_type: null,
    committee,
    size: 7,
    alternates: 3,
    meets_at: null,
    meets_until: null,
    place: "",
    opens_at: null,
    answer_by: null,
    refill_hours: 24,
    groups: [],
    quotas: [],
    one_per_employer: false,
    random_share: "",
    choice_reason: "",
    public_source: "",
    recusals: { employers: [], experts: [], pairs: [] },
    named: [],
  };
}

/** A stored request for the form. */
export function inputOf(request: DrawRequest): FormValues {
  const values = blank();
  for (const key of Object.keys(values) as (keyof FormValues)[]) {
    const stored = request[key];
    if (stored !== null) Object.assign(values, { [key]: stored });
  }
  for (const key of INSTANTS) values[key] = request[key] ? dayjs(request[key]) : null;
  return values;
}

/** The form for the server; rows that are not filled in yet are left out. */
export function outputOf(values: FormValues): RequestInput {
  const { recusals } = values;
  const output = {
    ...values,
    quotas: values.quotas.filter((quota) => quota?.category && quota.value),
    named: values.named.filter((seat) => seat?.expert && seat.reason),
    recusals: {
      employers: recusals.employers ?? [],
      experts: (recusals.experts ?? []).filter((one) => one?.expert && one.reason),
      pairs: recusals.pairs ?? [],
    },
  };
  const instants = Object.fromEntries(INSTANTS.map((key) => [key, values[key]?.format() ?? null]));
  return { ...output, ...instants } as RequestInput;
}
