import { useGet, useList } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import type { HistoryEvent } from "@/ui";

export const EXPERTS = "/api/experts/experts";

export type ExpertRow = Schemas["ExpertsExpertOut"];
export type Expert = Schemas["ExpertsExpertFileOut"];
export type Group = Schemas["ExpertsGroupOut"];

/** One look at a file: who, when, what was unmasked, why. */
export interface Look {
  at: string;
  who: string;
  what: string;
  fields: string[];
  reason: string;
}

export const useExpert = (id: string) => useGet<Expert>(`${EXPERTS}/${id}`);
export const useTimeline = (id: string) =>
  useList<HistoryEvent>(`${EXPERTS}/${id}/timeline`, { page_size: 100 });
export const useGroups = () => useList<Group>("/api/experts/groups");
