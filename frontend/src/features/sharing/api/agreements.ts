import { useGet, useList } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const AGREEMENTS = "/api/sharing/agreements";
export const SENT = "/api/sharing/invitations";

export type Signature = Schemas["SharingSignatureOut"];
/** An agreement; `direction` "in": we look at the partner's pool, "out": the partner looks at ours. */
export type AgreementRow = Schemas["SharingAgreementRowOut"];
export type Agreement = Schemas["SharingAgreementOut"];
export type Partner = Schemas["SharingOpenPartnerOut"];
/** What the lender's pool offers. Where few are unnamed the numbers are withheld and `fewer_than` says so. */
export type Catalogue = Schemas["SharingCatalogueOut"];
/** An invitation to enter by the exchange door. */
export type Sent = Schemas["SharingSharingInvitationOut"];

interface Group {
  key: string;
  name: string;
}

export const useAgreement = (id: string) => useGet<Agreement>(`${AGREEMENTS}/${id}`);
export const usePartners = () => useGet<Partner[]>("/api/sharing/partners");
export const useOwnGroups = () => useList<Group>("/api/experts/groups");
