import { useGet } from "@/api/hooks";

/** One clause of the regulation and who answers for it. */
export interface Clause {
  id: string;
  cite: string;
  summary: string;
  by: string;
  by_label?: string;
  why: string;
  rules: { key: string; kind: string; text: string; parameters: string[] }[];
}

export interface RulesPage {
  policy: { key: string; title: string; version: string };
  regulation: { title: string; number?: string; issued_on?: string };
  clauses: Clause[];
  readings?: { key: string; text: string; clause: string; cite: string }[];
}

export const useRules = () => useGet<RulesPage>("/api/tenancy/rules");

/** A dated value of the regulation and how far this agency may change it. */
export interface Parameter {
  key: string;
  title: string;
  value: unknown;
  default: unknown;
  unit: string;
  clause: string;
  cite: string;
  change: "none" | "stricter" | "deviation";
  note?: string;
  history: { value: unknown; since: string; who: string; why: string }[];
}

export const PARAMETERS = "/api/workspace/parameters";

/** What a changed value would do to the present pool. */
export interface Trial {
  before: number;
  after: number;
  gained: number;
  lost: number;
  undecided: number;
}
