import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export type Box = "open" | "done" | "started" | "copied";

/** One thing to do, done, started by me, or told to me; `link` is a place in this application. */
export type Todo = Schemas["WorkspaceTodoOut"];
export type TodoCounts = Schemas["WorkspaceTodoCountsOut"];
export type Dashboard = Schemas["WorkspaceDashboardOut"];

export const TODOS = "/api/workspace/todos";

/** How much is in each box. */
export const useTodoCounts = () => useGet<TodoCounts>(`${TODOS}/counts`, undefined, { every: 60_000 });

/** The pool at a glance. */
export const useDashboard = () => useGet<Dashboard>("/api/workspace/dashboard");
