import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const COMMITTEES = "/api/committees/committees";

/** Day and size of the newest panel. */
interface LastPanel {
  on: string;
  size: number;
}

export type CommitteeRow = Schemas["CommitteesCommitteeOut"] & { last_panel: LastPanel | null };
export type Committee = Schemas["CommitteesCommitteeDetailOut"];
export type PanelMember = Schemas["CommitteesPanelMemberOut"];

export const useCommittee = (id: string) => useGet<Committee>(`${COMMITTEES}/${id}`);
