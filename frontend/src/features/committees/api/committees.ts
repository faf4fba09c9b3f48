import { useGet } from "@/api/hooks";

export const COMMITTEES = "/api/committees/committees";

export interface CommitteeRow {
  id: string;
  name: string;
  series: string;
  level: string;
  year: number | null;
  self_evaluating: boolean;
  unit: { id: string; name: string } | null;
  seats: number;
  state: string;
  last_panel: { on: string; size: number } | null;
}

export interface PanelMember {
  expert: string;
  name: string;
  role?: string;
  outsider?: boolean;
  consecutive?: number;
}

export interface Committee extends CommitteeRow {
  panels: { id: string; year: number; draw: string | null; members: PanelMember[] }[];
  rules: { key: string; label: string; value: string; clause: string; cite: string }[];
}

export const useCommittee = (id: string) => useGet<Committee>(`${COMMITTEES}/${id}`);
