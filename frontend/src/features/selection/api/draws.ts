import { useGet } from "@/api/hooks";
import type { HistoryEvent } from "@/ui";

export const DRAWS = "/api/selection/draws";

export interface Seat {
  order: number;
  kind: "seat" | "alternate";
  /** Null while the draw is sealed. */
  expert: { id: string; name: string } | null;
  group_label?: string;
  employer?: string;
  outsider?: boolean;
  response: string;
  responded_at?: string | null;
  reason?: string;
  replaces?: string | null;
  invitation?: string | null;
}

export interface Draw {
  id: string;
  number: string;
  request: string;
  title: string;
  state: string;
  sealed: boolean;
  opens_at: string | null;
  commitment: string;
  committed_at: string;
  seed: string | null;
  entropy?: { source: string; value?: string | null } | null;
  algorithm: string;
  record_url: string | null;
  print_url: string | null;
  check_url: string | null;
  qr_url: string | null;
  supervisor: { name: string; at: string } | null;
  pool_size: number;
  seats: Seat[];
  replacements: {
    at: string;
    out: string;
    in: string | null;
    reason: string;
    clause?: string;
    cite?: string;
  }[];
  counts?: Record<string, number>;
  chances?: { min: number; max: number };
  timeline: HistoryEvent[];
  actions: string[];
}

export const useDraw = (id: string) => useGet<Draw>(`${DRAWS}/${id}`, undefined, { every: 20_000 });
