import { useGet, useList } from "@/api/hooks";
import type { HistoryEvent } from "@/ui";

export const AGREEMENTS = "/api/sharing/agreements";
export const SENT = "/api/sharing/invitations";

export interface Signature {
  who: string;
  at: string;
}

export interface Group {
  key: string;
  name: string;
}

/** An agreement; `direction` "in": we look at the partner's pool, "out": the partner looks at ours. */
export interface AgreementRow {
  id: string;
  partner: { slug: string; name: string };
  mode: string;
  direction: "in" | "out";
  state: string;
  state_label: string;
  from: string;
  until: string;
  groups: Group[];
  /** All groups of the lender that the agreement may speak of. */
  offered_groups: Group[];
  purpose: string;
  signed_ours: Signature | null;
  signed_theirs: Signature | null;
}

export interface Agreement extends AgreementRow {
  assessment: string;
  assessed_by: string;
  assessed_at: string | null;
  end_reason: string;
  timeline: HistoryEvent[];
  actions: string[];
}

export interface Partner {
  slug: string;
  name: string;
  province: string;
  groups: Group[];
}

/** What the lender's pool offers. Where few are unnamed the numbers are withheld and `fewer_than` says so. */
export interface Catalogue {
  matching: number | null;
  unnamed: number | null;
  fewer_than: number | null;
  named: {
    ref: string;
    name: string;
    group_label: string;
    title: string;
    employer: string;
    consent_at: string;
  }[];
}

/** An invitation to enter by the exchange door. */
export interface Sent {
  id: string;
  agreement: string;
  receiver: { slug: string; name: string };
  lender: { slug: string; name: string };
  message: string;
  invited_at: string;
  answer_by: string;
  state: string;
  state_label: string;
  answered_at: string | null;
  reason: string;
}

export const useAgreement = (id: string) => useGet<Agreement>(`${AGREEMENTS}/${id}`);
export const usePartners = () => useGet<Partner[]>("/api/sharing/partners");
export const useOwnGroups = () => useList<Group>("/api/experts/groups");
