import { BankOutlined, BookOutlined, DashboardOutlined, SyncOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "../common/AccountMenu";
import { DeskLayout } from "../common/DeskLayout";
import type { PlaceGroup } from "../common/menu";

const opsMenu: PlaceGroup[] = [
  {
    label: "平台",
    places: [
      { path: "/", label: "运行状况", icon: <DashboardOutlined /> },
      { path: "/agencies", label: "机构", icon: <BankOutlined /> },
      { path: "/policies", label: "已装规则包", icon: <BookOutlined /> },
      { path: "/jobs", label: "后台任务", icon: <SyncOutlined /> },
    ],
  },
];

/** The frame of the operators' console. */
export function OpsShell() {
  const { t } = useTranslation();
  return <DeskLayout title={t("聚贤 · 运维台")} sign="运" groups={opsMenu} tools={<AccountMenu />} />;
}
