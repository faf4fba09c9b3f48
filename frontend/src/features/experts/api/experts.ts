import { useGet } from "@/api/hooks";
import type { Finding, HistoryEvent } from "@/ui";

export const EXPERTS = "/api/experts/experts";

export interface ExpertRow {
  id: string;
  name: string;
  sex: string;
  age: number | null;
  group_label: string;
  title: string;
  title_level: string;
  employer: string;
  state: string;
  state_label?: string;
  term_end: string | null;
  last_drawn_on: string | null;
  draws_12m: number;
}

export interface Expert extends ExpertRow {
  identity: string;
  mobile: string;
  email: string;
  birth: string | null;
  specialties: string[];
  education?: string;
  door?: string;
  labels: { key: string; name: string }[];
  appointments: {
    id: string;
    number: string;
    from: string;
    until: string;
    state: string;
    certificate_url: string | null;
  }[];
  unavailability: { from: string; until: string; reason: string }[];
  rulings: { id: string; on: string; verdict: string; policy_version: string; findings: Finding[] }[];
  timeline: HistoryEvent[];
  actions: string[];
}

export interface Look {
  at: string;
  actor_name: string;
  action_name?: string;
  shown: string[];
  reason: string;
}

export const useExpert = (id: string) => useGet<Expert>(`${EXPERTS}/${id}`);

export interface Group {
  key: string;
  name: string;
}
