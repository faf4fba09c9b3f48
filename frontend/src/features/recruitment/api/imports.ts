import { useGet } from "@/api/hooks";

export const IMPORTS = "/api/recruitment/imports";

/** One uploaded workbook and what came of it. */
export interface ImportRun {
  id: string;
  file_name: string;
  state: string;
  job: string | null;
  rows: number;
  good: number;
  faulty: number;
  created: number;
  seconds: number | null;
  uploaded_at: string;
  uploaded_by: string;
  marked_url: string | null;
  error: { message: string; help?: string } | null;
  actions: string[];
}

export interface Fault {
  id?: string;
  row: number;
  column: string;
  column_label: string;
  reason: string;
  help: string;
}

export const useImport = (id: string, every: number | false) =>
  useGet<ImportRun>(`${IMPORTS}/${id}`, undefined, { every });
