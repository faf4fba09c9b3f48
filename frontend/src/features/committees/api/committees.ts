import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const COMMITTEES = "/api/committees/committees";

/** Day and size of the newest panel. */
interface LastPanel {
  on: string;
  size: number;
}

export type CommitteeRow = Schemas["CommitteeOut"] & { last_panel: LastPanel | null };
export type Committee = Schemas["CommitteeDetailOut"];
export type PanelMember = Schemas["MemberOut"];

export const useCommittee = (id: string) => useGet<Committee>(`${COMMITTEES}/${id}`);
