import {
  CheckSquareOutlined,
  FileAddOutlined,
  IdcardOutlined,
  MailOutlined,
  ProfileOutlined,
} from "@ant-design/icons";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import { FullPageWait } from "@/app/FullPage";
import { AccountMenu } from "../common/AccountMenu";
import { DemoBar } from "../common/DemoBar";
import { InboxBell } from "../common/InboxBell";

const tabs: { to: string; label: string; icon: ReactNode }[] = [
  { to: "/", label: "待办", icon: <CheckSquareOutlined /> },
  { to: "/invitations", label: "邀请", icon: <MailOutlined /> },
  { to: "/applications", label: "申报", icon: <FileAddOutlined /> },
  { to: "/records", label: "记录", icon: <ProfileOutlined /> },
  { to: "/me", label: "我的", icon: <IdcardOutlined /> },
];

/** Under which tab a page lies: what belongs to one agency is under what it is about. */
function tabOf(pathname: string): string {
  const about = /^\/agencies\/[^/]+\/(\w+)/.exec(pathname)?.[1];
  if (pathname.startsWith("/agencies/"))
    return about === "invitations" || about === "offers" ? "/invitations" : "/applications";
  return tabs.find(({ to }) => to !== "/" && pathname.startsWith(to))?.to ?? "/";
}

function Tabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = tabOf(pathname);
  return (
    <nav className="hand-tabs" aria-label={t("主菜单")}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} aria-current={tab.to === here ? "page" : undefined}>
          {tab.icon}
          <span>{t(tab.label)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** The frame of the experts' place: phone first, with tabs under the thumb. */
export function ExpertShell() {
  const { t } = useTranslation();
  return (
    <div className="hand">
      <a className="skip-link" href="#content">
        {t("跳到正文")}
      </a>
      <header className="hand-header">
        <div className="desk-brand">
          <span className="seal" aria-hidden="true">
            贤
          </span>
          <Link to="/">{t("聚贤 · 专家之家")}</Link>
        </div>
        <div className="row" style={{ flexWrap: "nowrap", gap: 4 }}>
          <InboxBell />
          <AccountMenu />
        </div>
      </header>
      <DemoBar />
      <main id="content" className="hand-content">
        <Suspense fallback={<FullPageWait />}>
          <Outlet />
        </Suspense>
      </main>
      <Tabs />
    </div>
  );
}
