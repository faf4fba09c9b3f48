import { MenuOutlined } from "@ant-design/icons";
import { Button, Drawer, Layout, Menu } from "antd";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import { FullPageWait } from "@/app/FullPage";
import { usePreferences } from "@/app/preferences";
import { useSession } from "@/app/session";
import { DemoBar } from "./DemoBar";
import { type PlaceGroup, placeOf, visible } from "./menu";

function SideMenu({ groups }: { groups: PlaceGroup[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { pathname } = useLocation();
  const shown = visible(groups, can);
  return (
    <nav aria-label={t("主菜单")}>
      <Menu
        mode="inline"
        selectedKeys={[placeOf(shown, pathname)]}
        items={shown.map((group) => ({
          key: group.label,
          type: "group",
          label: t(group.label),
          children: group.places.map((place) => ({
            key: place.path,
            icon: place.icon,
            label: <Link to={place.path}>{t(place.label)}</Link>,
          })),
        }))}
      />
    </nav>
  );
}

interface Props {
  title: string;
  sign: string;
  groups: PlaceGroup[];
  /** What stands at the right of the header. */
  tools: ReactNode;
}

/** The frame of the desk applications: header, menu at the side (a drawer on phones), content. */
export function DeskLayout({ title, sign, groups, tools }: Props) {
  const { t } = useTranslation();
  const { phone, elder } = usePreferences();
  const { pathname } = useLocation();
  const [drawer, setDrawer] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes
  useEffect(() => setDrawer(false), [pathname]);
  return (
    <Layout className="desk">
      <a className="skip-link" href="#content">
        {t("跳到正文")}
      </a>
      <Layout.Header className="desk-header">
        <div className="desk-brand">
          {phone ? (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={t("打开菜单")}
              onClick={() => setDrawer(true)}
            />
          ) : (
            <span className="seal" aria-hidden="true">
              {sign}
            </span>
          )}
          <Link to="/">{title}</Link>
        </div>
        <div className="row" style={{ flexWrap: "nowrap", gap: 4 }}>
          {tools}
        </div>
      </Layout.Header>
      <DemoBar />
      <Layout>
        {phone ? (
          <Drawer open={drawer} onClose={() => setDrawer(false)} placement="left" size={280} title={title}>
            <SideMenu groups={groups} />
          </Drawer>
        ) : (
          <Layout.Sider className="desk-sider" width={elder ? 260 : 208}>
            <SideMenu groups={groups} />
          </Layout.Sider>
        )}
        <div style={{ flex: 1, minWidth: 0 }}>
          <main id="content" className="desk-content">
            <Suspense fallback={<FullPageWait />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </Layout>
    </Layout>
  );
}
