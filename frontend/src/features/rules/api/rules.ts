import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

/** One clause of the regulation and who answers for it. */
export type Clause = Schemas["TenancyRegulationClauseOut"];
export type ClauseAnswer = Schemas["TenancyAnswerOut"];
export type Rules = Schemas["TenancyRulesOut"];
/** A dated value of the regulation and how far this agency may change it. */
export type Parameter = Schemas["WorkspaceParameterOut"];

export const PARAMETERS = "/api/workspace/parameters";

export const useRules = () => useGet<Rules>("/api/tenancy/rules");
