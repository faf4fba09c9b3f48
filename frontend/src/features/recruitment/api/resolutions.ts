import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const RESOLUTIONS = "/api/recruitment/resolutions";
export const APPOINTING = "/api/recruitment/appointments";

/** A decision over a list, on record. */
export type Resolution = Schemas["RecruitmentResolutionOut"];
/** A stage that is decided over a list, with those who wait there. */
export type ListStage = Schemas["RecruitmentListStageOut"];

export const useListStages = () => useGet<ListStage[]>(`${RESOLUTIONS}/stages`);
