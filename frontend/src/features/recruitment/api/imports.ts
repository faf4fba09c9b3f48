import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const IMPORTS = "/api/recruitment/imports";

/** One uploaded workbook and what came of it. */
export type ImportRun = Omit<Schemas["RecruitmentBatchOut"], "error"> & {
  error: { message: string; help?: string } | null;
};
export type Fault = Schemas["RecruitmentFaultOut"];

export const useImport = (id: string, every: number | false) =>
  useGet<ImportRun>(`${IMPORTS}/${id}`, undefined, { every });
