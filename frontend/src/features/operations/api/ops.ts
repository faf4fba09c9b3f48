import { type Paged, useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const AGENCIES = "/api/operations/agencies";
export const CLOCK = "/api/operations/clock";
export const JOBS = "/api/operations/jobs";
export const YEARS = "/api/operations/calendar";

export type AgencyRow = Schemas["OperationsOperatedAgencyOut"];
export type Opening = Schemas["OperationsOpeningOut"];
export type OpeningInput = Schemas["OperationsOpeningInRequest"];
export type PolicyRow = Schemas["OperationsInstalledPolicyOut"];
export type Health = Schemas["OperationsHealthOut"];
export type JobRow = Schemas["OperationsJobOut"];
export type SecurityEvent = Schemas["OperationsSecurityEventOut"];
export type Clock = Schemas["OperationsClockOut"];
export type Year = Schemas["OperationsYearOut"];

export const usePolicies = () => useGet<PolicyRow[] | Paged<PolicyRow>>("/api/operations/policies");
export const useHealth = () => useGet<Health>("/api/operations/health", undefined, { every: 15_000 });
export const useClock = () => useGet<Clock>(CLOCK);
