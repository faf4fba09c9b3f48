import { useGet } from "@/api/hooks";
import type { FieldSpec, Values } from "@/ui/form";

export const PROFILE = "/api/profiles/profile";

export interface ProfileSection {
  key: string;
  title: string;
  state: string;
  saved_at: string | null;
  fields: (FieldSpec & { personal?: boolean; value: unknown })[];
}

/** The person's own profile, copied with consent into each application. */
export interface Profile {
  version: number;
  sections: ProfileSection[];
}

export const useProfile = () => useGet<Profile>(PROFILE);

/** A section's values as the form wants them. */
export function valuesOf(section: ProfileSection): Values {
  return Object.fromEntries(section.fields.map(({ key, value }) => [key, value]));
}

export interface Place {
  id: string;
  slug: string;
  name: string;
  short_name: string;
  province: string;
  policy_title: string;
  address: string;
  known_as: "" | "applicant" | "expert";
}

export interface Consent {
  id: string;
  purpose: string;
  purpose_label: string;
  agency_id: string | null;
  text: string;
  given_at: string;
  withdrawn_at: string | null;
}
