import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import type { Finding } from "@/ui";
import type { FieldSpec, Values } from "@/ui/form";
import type { Deadline } from "./applications";

/** The applicant's own API at one agency. */
export const at = (slug: string) => `/at/${slug}/api/recruitment`;

export interface MyApplicationRow {
  id: string;
  number: string;
  state: string;
  state_label: string;
  stage_label: string;
  due: Deadline | null;
  agency: { slug: string; name: string };
}

export type OpenCampaign = Schemas["RecruitmentMyOpenCampaignOut"];
export type FileKind = Schemas["RecruitmentMyFileKindOut"];
export type Saved = Schemas["RecruitmentMySavedOut"];
export type ApplySection = Omit<Schemas["RecruitmentMySectionOut"], "fields"> & { fields: FieldSpec[] };

type Given = Schemas["RecruitmentMyMineOut"];

/** The applicant's own application, with what is asked and what was given. */
export type MyApplication = Omit<Given, "sections" | "values" | "check" | "campaign"> & {
  sections: ApplySection[];
  values: Record<string, Values>;
  check: { verdict: string; findings: Finding[] };
  campaign: { id: string; title: string } | null;
};

export const useMyApplication = (slug: string, id: string) =>
  useGet<MyApplication>(`${at(slug)}/applications/${id}`);

/** Whether it can still be written in. */
export const editable = (application: MyApplication) => application.actions.includes("edit");
