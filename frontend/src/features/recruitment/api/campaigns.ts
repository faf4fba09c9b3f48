import type { Schemas } from "@/api/schemas";

export const CAMPAIGNS = "/api/recruitment/campaigns";

/** A call for experts. */
export type Campaign = Schemas["RecruitmentCampaignOut"];
