import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { OpsShell } from "./Shell";

/** Every page of this shell. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <OpsShell />,
    errorElement: <RouteError />,
    children: [],
  },
];
