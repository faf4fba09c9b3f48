import { useGet } from "@/api/hooks";

export type Box = "open" | "done" | "started" | "copied";

/** One thing to do, done, started by me, or told to me. */
export interface Todo {
  id: string;
  kind: string;
  kind_label: string;
  title: string;
  subject: string;
  /** Where in this application it is dealt with. */
  link: string;
  due: string | null;
  overdue: boolean;
  created_at: string;
  done_at: string | null;
  from_name: string;
}

export type TodoCounts = Record<Box | "overdue", number>;

export const TODOS = "/api/workspace/todos";

/** How much is in each box. */
export const useTodoCounts = () => useGet<TodoCounts>(`${TODOS}/counts`, undefined, { every: 60_000 });

export interface Dashboard {
  figures: { key: string; label: string; value: number | string; link?: string }[];
  groups: { group: string; count: number }[];
  ages: { band: string; count: number }[];
}

/** The pool at a glance. */
export const useDashboard = () => useGet<Dashboard>("/api/workspace/dashboard");
