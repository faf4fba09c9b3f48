import { useGet } from "@/api/hooks";
import type { HistoryEvent } from "@/ui";
import type { Deadline } from "./applications";

export const NOTICES = "/api/recruitment/notices";

export interface NoticeRow {
  id: string;
  title: string;
  state: string;
  starts_on: string | null;
  deadline: Deadline | null;
  count: number;
  objections: number;
  public_url: string | null;
}

export interface Objection {
  id: string;
  number: string;
  received_at: string;
  subject: string;
  text: string;
  reporter: string;
  contact: string;
  state: string;
  settled_by?: string;
  settled_at?: string | null;
  reason?: string;
}

/** A public notice with what the public sees, objections, and what happens at its end. */
export interface Notice extends Omit<NoticeRow, "objections"> {
  text?: string;
  preview: { columns: { key: string; label: string }[]; rows: Record<string, string>[] };
  objections: Objection[];
  timeline: HistoryEvent[];
  afterwards: string;
  actions: string[];
}

export const useNotice = (id: string) => useGet<Notice>(`${NOTICES}/${id}`);
