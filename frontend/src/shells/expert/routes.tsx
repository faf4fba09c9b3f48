import { lazy } from "react";
import type { RouteObject } from "react-router";
import { RouteError } from "@/app/ErrorBoundary";
import { ExpertShell } from "./Shell";

const MyTodosPage = lazy(() => import("@/features/workspace/my/MyTodosPage"));
const InboxPage = lazy(() => import("@/features/notifications/pages/InboxPage"));
const MyPlacesPage = lazy(() => import("@/features/selection/my/MyPlacesPage"));
const MyInvitationsPage = lazy(() => import("@/features/selection/my/MyInvitationsPage"));
const InvitationPage = lazy(() => import("@/features/selection/my/InvitationPage"));
const MyApplicationsPage = lazy(() => import("@/features/recruitment/my/MyApplicationsPage"));
const ApplyPage = lazy(() => import("@/features/recruitment/my/ApplyPage"));
const ApplyFilesPage = lazy(() => import("@/features/recruitment/my/ApplyFilesPage"));
const ApplyCheckPage = lazy(() => import("@/features/recruitment/my/ApplyCheckPage"));
const ApplySectionPage = lazy(() => import("@/features/recruitment/my/ApplySectionPage"));
const ProgressPage = lazy(() => import("@/features/recruitment/my/ProgressPage"));
const RecordsPage = lazy(() => import("@/features/appointments/my/RecordsPage"));
const MePage = lazy(() => import("@/features/profiles/my/MePage"));
const ProfileSectionPage = lazy(() => import("@/features/profiles/my/ProfileSectionPage"));
const UnavailablePage = lazy(() => import("@/features/experts/my/UnavailablePage"));
const Offers = lazy(async () => ({ default: (await import("@/features/sharing/my/Offers")).Offers }));
const SharingConsents = lazy(async () => ({
  default: (await import("@/features/sharing/my/SharingConsents")).SharingConsents,
}));
const AgencyPage = lazy(() => import("@/features/recruitment/my/AgencyPage"));
const ConsentsPage = lazy(() => import("@/features/profiles/my/ConsentsPage"));
const LooksPage = lazy(() => import("@/features/profiles/my/LooksPage"));

/** Every page of this shell; each is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <ExpertShell />,
    errorElement: <RouteError />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <MyTodosPage /> },
          { path: "inbox", element: <InboxPage /> },
          {
            path: "invitations",
            element: (
              <MyInvitationsPage>
                <Offers />
              </MyInvitationsPage>
            ),
          },
          { path: "agencies/:slug/invitations/:id", element: <InvitationPage /> },
          { path: "agencies/:slug/draws", element: <MyPlacesPage /> },
          { path: "agencies/:slug", element: <AgencyPage /> },
          { path: "applications", element: <MyApplicationsPage /> },
          { path: "agencies/:slug/apply/:id", element: <ApplyPage /> },
          { path: "agencies/:slug/apply/:id/files", element: <ApplyFilesPage /> },
          { path: "agencies/:slug/apply/:id/check", element: <ApplyCheckPage /> },
          { path: "agencies/:slug/apply/:id/:section", element: <ApplySectionPage /> },
          { path: "agencies/:slug/applications/:id", element: <ProgressPage /> },
          { path: "records", element: <RecordsPage /> },
          { path: "me", element: <MePage /> },
          { path: "me/profile/:section", element: <ProfileSectionPage /> },
          { path: "me/unavailable", element: <UnavailablePage /> },
          {
            path: "me/sharing",
            element: (
              <ConsentsPage>
                <SharingConsents />
              </ConsentsPage>
            ),
          },
          { path: "me/looks", element: <LooksPage /> },
        ],
      },
    ],
  },
];
