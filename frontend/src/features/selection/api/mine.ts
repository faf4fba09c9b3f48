import { useGet } from "@/api/hooks";

export const at = (slug: string) => `/at/${slug}/api/selection`;

export interface MyInvitationRow {
  id: string;
  kind: string;
  state: string;
  title: string;
  meets_at: string | null;
  place: string;
  answer_by: string | null;
  agency: { slug: string; name: string };
}

/** One invitation: what secrecy allows to say, and what is asked of the expert. */
export interface MyInvitation {
  id: string;
  agency: { slug: string; name: string };
  state: string;
  title: string | null;
  /** Why something is not told, and when it will be. */
  secrecy: string;
  task_label?: string;
  meets_at: string | null;
  place: string | null;
  answer_by: string | null;
  conflicts: { key: string; question: string }[];
  declaration_text: string;
  decline_reasons: { code: string; label: string }[];
  contact?: string;
  actions: string[];
}

export const useMyInvitation = (slug: string, id: string) =>
  useGet<MyInvitation>(`${at(slug)}/invitations/${id}`);
