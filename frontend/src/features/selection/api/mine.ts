import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const at = (slug: string) => `/at/${slug}/api/selection`;

export type MyInvitationRow = Schemas["SelectionMyInvitationRowOut"];
/** One invitation: what secrecy allows to say, and what is asked of the expert. */
export type MyInvitation = Schemas["SelectionMyInvitationOut"];

export const useMyInvitation = (slug: string, id: string) =>
  useGet<MyInvitation>(`${at(slug)}/invitations/${id}`);
