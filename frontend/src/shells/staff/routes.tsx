import { lazy } from "react";
import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { StaffShell } from "./Shell";

const TodoPage = lazy(() => import("@/features/workspace/pages/TodoPage"));
const InboxPage = lazy(() => import("@/features/notifications/pages/InboxPage"));
const CampaignsPage = lazy(() => import("@/features/recruitment/pages/CampaignsPage"));
const ApplicationsPage = lazy(() => import("@/features/recruitment/pages/ApplicationsPage"));
const ReviewPage = lazy(() => import("@/features/recruitment/pages/ReviewPage"));
const ImportsPage = lazy(() => import("@/features/recruitment/pages/ImportsPage"));
const ImportPage = lazy(() => import("@/features/recruitment/pages/ImportPage"));
const NoticesPage = lazy(() => import("@/features/recruitment/pages/NoticesPage"));
const NoticePage = lazy(() => import("@/features/recruitment/pages/NoticePage"));
const ExpertsPage = lazy(() => import("@/features/experts/pages/ExpertsPage"));
const ExpertPage = lazy(() => import("@/features/experts/pages/ExpertPage"));
const ResolutionsPage = lazy(() => import("@/features/recruitment/pages/ResolutionsPage"));
const AppointPage = lazy(() => import("@/features/recruitment/pages/AppointPage"));
const AppointmentsPage = lazy(() => import("@/features/appointments/pages/AppointmentsPage"));
const CommitteesPage = lazy(() => import("@/features/committees/pages/CommitteesPage"));
const CommitteePage = lazy(() => import("@/features/committees/pages/CommitteePage"));
const RequestsPage = lazy(() => import("@/features/selection/pages/RequestsPage"));
const RequestEditPage = lazy(() => import("@/features/selection/pages/RequestEditPage"));
const RequestPage = lazy(() => import("@/features/selection/pages/RequestPage"));
const DrawPage = lazy(() => import("@/features/selection/pages/DrawPage"));
const AgreementsPage = lazy(() => import("@/features/sharing/pages/AgreementsPage"));
const AgreementPage = lazy(() => import("@/features/sharing/pages/AgreementPage"));
const RulesPage = lazy(() => import("@/features/rules/pages/RulesPage"));
const AuditPage = lazy(() => import("@/features/audit/pages/AuditPage"));
const UsersPage = lazy(() => import("@/features/settings/pages/UsersPage"));
const SettingsPage = lazy(() => import("@/features/settings/pages/SettingsPage"));

/** Every page of this shell; each is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <StaffShell />,
    errorElement: <RouteError />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <TodoPage /> },
          { path: "inbox", element: <InboxPage /> },
          { path: "campaigns", element: <CampaignsPage /> },
          { path: "applications", element: <ApplicationsPage /> },
          { path: "applications/:id", element: <ReviewPage /> },
          { path: "imports", element: <ImportsPage /> },
          { path: "imports/:id", element: <ImportPage /> },
          { path: "notices", element: <NoticesPage /> },
          { path: "notices/:id", element: <NoticePage /> },
          { path: "resolutions", element: <ResolutionsPage /> },
          { path: "appointing", element: <AppointPage /> },
          { path: "experts", element: <ExpertsPage /> },
          { path: "experts/:id", element: <ExpertPage /> },
          { path: "appointments", element: <AppointmentsPage /> },
          { path: "committees", element: <CommitteesPage /> },
          { path: "committees/:id", element: <CommitteePage /> },
          { path: "draws", element: <RequestsPage /> },
          { path: "draws/new", element: <RequestEditPage /> },
          { path: "draws/:id", element: <RequestPage /> },
          { path: "draws/:id/edit", element: <RequestEditPage /> },
          { path: "draws/results/:id", element: <DrawPage /> },
          { path: "sharing", element: <AgreementsPage /> },
          { path: "sharing/:id", element: <AgreementPage /> },
          { path: "rules", element: <RulesPage /> },
          { path: "audit", element: <AuditPage /> },
          { path: "settings/users", element: <UsersPage /> },
          { path: "settings", element: <SettingsPage /> },
        ],
      },
    ],
  },
];
