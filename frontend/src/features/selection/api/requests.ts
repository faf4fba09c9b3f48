import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const REQUESTS = "/api/selection/requests";

export type RequestRow = Schemas["SelectionDrawRequestRowOut"];
/** Of the seats, between `lower` and `upper` with `value` of `category`. */
export type Quota = Schemas["SelectionAskedQuotaOut"];
export type DrawRequest = Schemas["SelectionDrawRequestOut"];
export type Preview = Schemas["SelectionDrawPreviewOut"];
export type PreviewQuota = Schemas["SelectionBoundOut"];
export type Chance = Schemas["SelectionChanceOut"];
export type Options = Schemas["SelectionDrawOptionsOut"];

/** What is asked for, as the form holds it. */
export type RequestInput = Pick<
  DrawRequest,
  | "title"
  | "purpose"
  | "task_type"
  | "committee"
  | "size"
  | "alternates"
  | "meets_at"
  | "meets_until"
  | "place"
  | "opens_at"
  | "answer_by"
  | "refill_hours"
  | "groups"
  | "quotas"
  | "one_per_employer"
  | "random_share"
  | "choice_reason"
  | "public_source"
  | "recusals"
  | "named"
>;

export const useRequest = (id: string | null) => useGet<DrawRequest>(id ? `${REQUESTS}/${id}` : null);
export const useOptions = () => useGet<Options>("/api/selection/options");
