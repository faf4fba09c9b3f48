import { useSession } from "@/app/session";
import { AccountMenu } from "../common/AccountMenu";
import { DeskLayout } from "../common/DeskLayout";
import { InboxBell } from "../common/InboxBell";
import { staffMenu } from "./menu";

/** The frame of the agency's staff application. */
export function StaffShell() {
  const { session } = useSession();
  const tools = (
    <>
      <InboxBell />
      <AccountMenu />
    </>
  );
  return <DeskLayout title={session.agency?.name ?? "聚贤"} sign="贤" groups={staffMenu} tools={tools} />;
}
