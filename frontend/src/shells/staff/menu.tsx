import {
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CheckSquareOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  ImportOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  ShareAltOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserAddOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { PlaceGroup } from "../common/menu";

/** The staff menu; what a person may not use is not shown to them. */
export const staffMenu: PlaceGroup[] = [
  { label: "工作", places: [{ path: "/", label: "我的待办", icon: <CheckSquareOutlined /> }] },
  {
    label: "入库",
    places: [
      {
        path: "/campaigns",
        label: "征集",
        icon: <NotificationOutlined />,
        any: ["recruitment.campaign.view"],
      },
      {
        path: "/applications",
        label: "申报",
        icon: <FileTextOutlined />,
        any: ["recruitment.application.view"],
      },
      { path: "/imports", label: "批量导入", icon: <ImportOutlined />, any: ["recruitment.import"] },
      { path: "/notices", label: "公示", icon: <FileProtectOutlined />, any: ["recruitment.notice.view"] },
      {
        path: "/resolutions",
        label: "集体研究",
        icon: <SolutionOutlined />,
        any: ["recruitment.resolution.record", "recruitment.application.forward"],
      },
      { path: "/appointing", label: "等待聘任", icon: <UserAddOutlined />, any: ["appointments.appoint"] },
    ],
  },
  {
    label: "专家",
    places: [
      { path: "/experts", label: "专家库", icon: <TeamOutlined />, any: ["experts.expert.view"] },
      {
        path: "/appointments",
        label: "聘任与聘书",
        icon: <SafetyCertificateOutlined />,
        any: ["appointments.view"],
      },
    ],
  },
  {
    label: "使用",
    places: [
      { path: "/committees", label: "评委会", icon: <BankOutlined />, any: ["committees.view"] },
      { path: "/draws", label: "随机抽取", icon: <SwapOutlined />, any: ["selection.request.view"] },
      { path: "/sharing", label: "共享协议", icon: <ShareAltOutlined />, any: ["sharing.view"] },
    ],
  },
  {
    label: "管理",
    places: [
      { path: "/rules", label: "规则", icon: <BookOutlined />, any: ["rules.view"] },
      { path: "/audit", label: "留痕", icon: <AuditOutlined />, any: ["audit.view"] },
      { path: "/settings/users", label: "用户与授权", icon: <UserOutlined />, any: ["identity.grant.view"] },
      { path: "/settings", label: "设置", icon: <SettingOutlined />, any: ["workspace.settings.view"] },
    ],
  },
];
