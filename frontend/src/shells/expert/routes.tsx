import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { ExpertShell } from "./Shell";

/** Every page of this shell. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <ExpertShell />,
    errorElement: <RouteError />,
    children: [],
  },
];
