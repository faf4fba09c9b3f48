import { useGet } from "@/api/hooks";
import type { Finding, HistoryEvent } from "@/ui";
import type { FieldSpec, Values } from "@/ui/form";
import type { CaseStage, Deadline, Outcome } from "./applications";

/** The applicant's own API at one agency. */
export const at = (slug: string) => `/at/${slug}/api/recruitment`;

export interface MyApplicationRow {
  id: string;
  number: string;
  state: string;
  state_label: string;
  stage_label: string;
  updated_at: string;
  due: Deadline | null;
  agency: { slug: string; name: string };
}

export interface OpenCampaign {
  id: string;
  title: string;
  text: string;
  door: string;
  closes_at: string;
  groups: { key: string; name: string }[];
  /** What the applicant agrees to when the profile is copied. */
  consent_text: string;
  my_application: string | null;
  agency: { slug: string; name: string };
}

export interface ApplySection {
  key: string;
  title: string;
  state: string;
  saved_at: string | null;
  fields: FieldSpec[];
}

export interface FileKind {
  key: string;
  label: string;
  required: boolean;
  clause?: string;
  cite?: string;
  help?: string;
}

/** The applicant's own application, with what is asked and what was given. */
export interface MyApplication {
  id: string;
  number: string;
  state: string;
  state_label: string;
  stage_label: string;
  agency: { slug: string; name: string };
  campaign: { id: string; title: string } | null;
  sections: ApplySection[];
  values: Record<string, Values>;
  files: { id: string; kind: string; name: string; size: number; url: string }[];
  file_kinds: FileKind[];
  pledges: { key: string; text: string; clause?: string; cite?: string }[];
  check: { verdict: string; findings: Finding[] } | null;
  stages: CaseStage[];
  /** The answers open to the applicant, where the present stage waits for them. */
  outcomes: Outcome[];
  timeline: HistoryEvent[];
  due: Deadline | null;
  submitted_at?: string | null;
  version: number;
  actions: string[];
}

export const useMyApplication = (slug: string, id: string) =>
  useGet<MyApplication>(`${at(slug)}/applications/${id}`);

/** Whether it can still be written in. */
export const editable = (application: MyApplication) => application.actions.includes("edit");
