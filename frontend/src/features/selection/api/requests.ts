import { useGet } from "@/api/hooks";
import type { HistoryEvent } from "@/ui";

export const REQUESTS = "/api/selection/requests";

export interface RequestRow {
  id: string;
  number: string;
  title: string;
  committee: { id: string; name: string } | null;
  size: number;
  alternates: number;
  state: string;
  state_label?: string;
  meets_at: string | null;
  opens_at: string | null;
  asked_by: string;
  draw: string | null;
}

/** Of the seats, between `lower` and `upper` with `value` of `category`. */
export interface Quota {
  category: string;
  value: string;
  lower: number | null;
  upper: number | null;
}

export interface Recusals {
  employers: string[];
  experts: { expert: string; reason: string }[];
}

/** What is asked for, as the form holds it. */
export interface RequestInput {
  title: string;
  purpose: string;
  task_type: string | null;
  committee: string | null;
  size: number;
  alternates: number;
  meets_at: string | null;
  place: string;
  opens_at: string | null;
  answer_by: string | null;
  groups: string[];
  quotas: Quota[];
  recusals: Recusals;
}

export interface DrawRequest extends RequestInput, Omit<RequestRow, "committee"> {
  committee_name?: string;
  group_labels?: string[];
  supervisor?: { name: string; at: string } | null;
  timeline: HistoryEvent[];
  actions: string[];
}

export interface Exclusion {
  code: string;
  reason: string;
  count: number;
  clause?: string;
  cite?: string;
}

export interface PreviewQuota extends Quota {
  label: string;
  available: number;
  origin: "rule" | "asked";
  clause?: string;
  cite?: string;
}

export interface Chance {
  group_label: string;
  employer?: string;
  name?: string;
  expert?: string;
  chance: number;
  count?: number;
}

/** What a draw over this request would meet, computed before anything is fixed. */
export interface Preview {
  eligible: number;
  total: number;
  exclusions: Exclusion[];
  quotas: PreviewQuota[];
  chances: Chance[];
  feasible: boolean;
  thin: boolean;
  warnings: { code: string; message: string; clause?: string; cite?: string }[];
  ways_out: {
    code: string;
    label: string;
    gain: number;
    clause?: string;
    cite?: string;
    patch?: Partial<RequestInput>;
  }[];
}

export interface Options {
  task_types: { key: string; label: string; clause?: string; cite?: string }[];
  groups: { key: string; name: string; count: number }[];
  categories: { key: string; label: string; values: { value: string; label: string; count: number }[] }[];
  committees: { id: string; name: string; self_evaluating: boolean }[];
}

export const useRequest = (id: string | null) => useGet<DrawRequest>(id ? `${REQUESTS}/${id}` : null);
export const useOptions = () => useGet<Options>("/api/selection/options");
