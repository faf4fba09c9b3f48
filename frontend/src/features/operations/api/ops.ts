import { useGet } from "@/api/hooks";

export const AGENCIES = "/api/operations/agencies";

export interface AgencyRow {
  id: string;
  slug: string;
  name: string;
  host: string;
  policy: string;
  policy_title: string;
  tier: string;
  province: string;
  state: string;
  experts?: number | null;
  opened_at: string;
  health?: string;
}

export interface PolicyRow {
  key: string;
  title: string;
  version: string;
  regulation?: string;
  tiers: { key: string; label: string }[];
  clauses?: number;
  rules?: number;
}

export interface Health {
  checks: { key: string; label: string; ok: boolean; detail: string; at?: string }[];
  queues?: { name: string; length: number }[];
  outbox?: { waiting: number; failed: number; oldest: string | null };
}

export interface JobRow {
  id: string;
  kind: string;
  realm?: string;
  state: string;
  done: number;
  total: number;
  note: string;
  started_by_name?: string;
  created_at: string;
  finished_at: string | null;
  error: { message?: string } | null;
}

export const usePolicies = () => useGet<PolicyRow[] | { results: PolicyRow[] }>("/api/operations/policies");
export const useHealth = () => useGet<Health>("/api/operations/health", undefined, { every: 15_000 });
