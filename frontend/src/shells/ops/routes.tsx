import { lazy } from "react";
import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { OpsShell } from "./Shell";

const HealthPage = lazy(() => import("@/features/operations/pages/HealthPage"));
const AgenciesPage = lazy(() => import("@/features/operations/pages/AgenciesPage"));
const OpenAgencyPage = lazy(() => import("@/features/operations/pages/OpenAgencyPage"));
const PoliciesPage = lazy(() => import("@/features/operations/pages/PoliciesPage"));
const SecurityPage = lazy(() => import("@/features/operations/pages/SecurityPage"));
const ClockPage = lazy(() => import("@/features/operations/pages/ClockPage"));
const CalendarPage = lazy(() => import("@/features/operations/pages/CalendarPage"));
const GrantsPage = lazy(() => import("@/features/settings/pages/FoundingGrantsPage"));
const JobsPage = lazy(() => import("@/features/operations/pages/JobsPage"));
const InboxPage = lazy(() => import("@/features/notifications/pages/InboxPage"));

/** Every page of this shell; each is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <OpsShell />,
    errorElement: <RouteError />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <HealthPage /> },
          { path: "agencies", element: <AgenciesPage /> },
          { path: "agencies/new", element: <OpenAgencyPage /> },
          { path: "policies", element: <PoliciesPage /> },
          { path: "security", element: <SecurityPage /> },
          { path: "clock", element: <ClockPage /> },
          { path: "calendar", element: <CalendarPage /> },
          { path: "grants", element: <GrantsPage /> },
          { path: "jobs", element: <JobsPage /> },
          { path: "inbox", element: <InboxPage /> },
        ],
      },
    ],
  },
];
