import {
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  DashboardOutlined,
  KeyOutlined,
  SafetyOutlined,
  SyncOutlined,
} from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "../common/AccountMenu";
import { DeskLayout } from "../common/DeskLayout";
import type { PlaceGroup } from "../common/menu";

const opsMenu: PlaceGroup[] = [
  {
    label: "平台",
    places: [
      { path: "/", label: "运行状况", icon: <DashboardOutlined />, any: ["operations.health.view"] },
      { path: "/agencies", label: "机构", icon: <BankOutlined />, any: ["operations.agency.view"] },
      { path: "/policies", label: "已装规则包", icon: <BookOutlined />, any: ["operations.policy.view"] },
      { path: "/calendar", label: "工作日历", icon: <CalendarOutlined />, any: ["operations.calendar.edit"] },
      { path: "/clock", label: "业务时间", icon: <ClockCircleOutlined />, any: ["operations.clock.move"] },
      { path: "/jobs", label: "后台任务", icon: <SyncOutlined />, any: ["operations.job.view"] },
    ],
  },
  {
    label: "安全",
    places: [
      { path: "/grants", label: "首位管理员授权", icon: <KeyOutlined />, any: ["identity.grant.decide"] },
      { path: "/security", label: "安全日志", icon: <SafetyOutlined />, any: ["operations.security.view"] },
    ],
  },
];

/** The frame of the operators' console. */
export function OpsShell() {
  const { t } = useTranslation();
  return <DeskLayout title={t("聚贤 · 运维台")} sign="运" groups={opsMenu} tools={<AccountMenu />} />;
}
