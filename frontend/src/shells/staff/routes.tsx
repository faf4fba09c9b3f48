import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { StaffShell } from "./Shell";

/** Every page of this shell. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <StaffShell />,
    errorElement: <RouteError />,
    children: [],
  },
];
