import { usePreferences } from "@/app/preferences";
import { useSession } from "@/app/session";
import { AccountMenu } from "../common/AccountMenu";
import { DeskLayout } from "../common/DeskLayout";
import { InboxBell } from "../common/InboxBell";
import { staffMenu } from "./menu";

/** The frame of the agency's staff application. */
export function StaffShell() {
  const { session } = useSession();
  const { phone } = usePreferences();
  const { agency } = session;
  const tools = (
    <>
      <InboxBell />
      <AccountMenu />
    </>
  );
  return (
    <DeskLayout
      title={(phone ? agency?.short_name : agency?.name) ?? "聚贤"}
      sign="贤"
      groups={staffMenu}
      tools={tools}
    />
  );
}
