import { useGet } from "@/api/hooks";
import type { HistoryEvent } from "@/ui";

export const AGREEMENTS = "/api/sharing/agreements";

export interface Signature {
  who: string;
  at: string;
}

export interface AgreementRow {
  id: string;
  partner: { slug: string; name: string };
  mode: string;
  direction: string;
  state: string;
  from: string;
  until: string;
  groups: { key: string; name: string }[];
  signed_ours: Signature | null;
  signed_theirs: Signature | null;
}

export interface Agreement extends AgreementRow {
  purpose: string;
  timeline: HistoryEvent[];
  actions: string[];
}

/** What the partner's pool offers: how many match, and the names of those alone who consented. */
export interface Catalogue {
  matching: number;
  unnamed: number;
  named: {
    ref: string;
    name: string;
    group_label: string;
    title: string;
    employer: string;
    consent_at: string;
  }[];
}

export const useAgreement = (id: string) => useGet<Agreement>(`${AGREEMENTS}/${id}`);
