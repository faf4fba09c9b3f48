import { useGet } from "@/api/hooks";
import type { Finding, HistoryEvent } from "@/ui";
import type { Verdict } from "@/ui/FindingList";

export const APPLICATIONS = "/api/recruitment/applications";

/** The last day of a stage, as the server counts it. */
export interface Deadline {
  day: string | null;
  left?: number | null;
  explanation?: string | string[];
  provisional?: boolean;
  over?: boolean;
}

/** An application in a list. */
export interface ApplicationRow {
  id: string;
  number: string;
  applicant: string;
  employer: string;
  group_label: string;
  title: string;
  state: string;
  state_label: string;
  stage_label: string;
  due: Deadline | null;
  submitted_at: string | null;
  verdict: Verdict | null;
}

export interface FormSection {
  section: string;
  title: string;
  fields: { key: string; label: string; value: unknown; masked?: boolean }[];
}

export interface CaseFile {
  id: string;
  name: string;
  kind_label: string;
  size: number;
  content_type: string;
  url: string;
}

export interface CaseStage {
  key: string;
  name: string;
  clause: string;
  cite: string;
  state: string;
  actor?: string;
  who?: string;
  at?: string | null;
  outcome?: string;
  reason?: string;
}

export interface Judgement {
  fact: string;
  label: string;
  clause: string;
  cite: string;
  type: "bool" | "text" | "choice";
  choices?: { value: string; label: string }[];
  /** Whether the value alone is not enough. */
  reason_needed?: boolean;
}

/** A waiver that this finding could be lifted by, and for whom the clause allows it. */
export interface Waiver {
  rule: string;
  key: string;
  label: string;
  clause: string;
  cite: string;
  categories: { value: string; label: string }[];
}

export interface Outcome {
  code: string;
  label: string;
  needs_reason: boolean;
}

/** Everything a reviewer looks at. */
export interface Application extends ApplicationRow {
  stage: string;
  form: FormSection[];
  files: CaseFile[];
  findings: Finding[];
  duplicates: { id: string; kind: string; name: string; why: string; state: string; link: string }[];
  timeline: HistoryEvent[];
  stages: CaseStage[];
  judgements: Judgement[];
  waivers: Waiver[];
  /** Facts without which findings stay open and that the agency may add. */
  missing_facts: Judgement[];
  expert: string | null;
  outcomes: Outcome[];
  previous: string | null;
  next: string | null;
  actions: string[];
}

export interface DecisionInput {
  outcome: string;
  reason: string;
  judgements: Record<string, unknown>;
  waivers: { key: string; category: string; reason: string }[];
}

/** One application as a reviewer sees it. */
export const useApplication = (id: string) => useGet<Application>(`${APPLICATIONS}/${id}`);
