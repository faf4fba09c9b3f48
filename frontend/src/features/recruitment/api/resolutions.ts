import { useGet } from "@/api/hooks";
import type { ApplicationRow, Outcome } from "./applications";

export const RESOLUTIONS = "/api/recruitment/resolutions";
export const APPOINTING = "/api/recruitment/appointments";

/** A decision over a list, on record. */
export interface Resolution {
  id: string;
  number: string;
  title: string;
  body: string;
  held_on: string;
  text: string;
  recorded_by_name: string;
  results: { application: string; number: string; name: string; outcome: string; reason: string }[];
}

/** A stage that is decided over a list, with those who wait there. */
export interface ListStage {
  key: string;
  name: string;
  clause: string;
  cite: string;
  outcomes: Outcome[];
  documents: { value: string; label: string }[];
  waiting: ApplicationRow[];
}

export const useListStages = () => useGet<ListStage[]>(`${RESOLUTIONS}/stages`);
