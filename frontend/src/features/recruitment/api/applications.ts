import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import type { Finding } from "@/ui";

export const APPLICATIONS = "/api/recruitment/applications";

/** The last day of a stage, as the server counts it. */
export type Deadline = Schemas["RecruitmentDeadlineOut"];
/** An application in a list. */
export type ApplicationRow = Schemas["RecruitmentApplicationOut"];
/** Everything a reviewer looks at. */
export type Application = Omit<Schemas["RecruitmentApplicationDetailOut"], "findings"> & {
  findings: Finding[];
};
export type CaseFile = Schemas["RecruitmentFileOut"];
export type CaseStage = Schemas["RecruitmentStageOut"];
export type Judgement = Schemas["RecruitmentJudgementOut"];
export type Waiver = Schemas["RecruitmentWaiverOut"];
export type Outcome = Schemas["RecruitmentOutcomeOut"];

export interface DecisionInput {
  outcome: string;
  reason: string;
  judgements: Record<string, { value: unknown; reason: string }>;
  waivers: { key: string; category: string; reason: string }[];
}

/** One application as a reviewer sees it. */
export const useApplication = (id: string) => useGet<Application>(`${APPLICATIONS}/${id}`);
