import { DownOutlined, GlobalOutlined } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { usePreferences } from "@/app/preferences";
import { signOut, useSession } from "@/app/session";
import { chooseLanguage } from "@/i18n";

/** The name of who is signed in, with language, elder mode and signing out. */
export function AccountMenu({ extra = [] }: { extra?: { key: string; label: string; run: () => void }[] }) {
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const { elder, setElder, phone } = usePreferences();
  const name = session.account?.name ?? "";
  const english = i18n.language === "en";
  const items: MenuProps["items"] = [
    ...extra.map(({ key, label }) => ({ key, label })),
    { key: "elder", label: elder ? t("退出长辈模式") : t("长辈模式（大字）") },
    { key: "language", label: english ? "中文" : "English", icon: <GlobalOutlined /> },
    { type: "divider" },
    { key: "out", label: t("退出登录") },
  ];
  const choose: MenuProps["onClick"] = ({ key }) => {
    if (key === "elder") setElder(!elder);
    else if (key === "language") chooseLanguage(english ? "zh-hans" : "en");
    else if (key === "out") signOut(session.csrf);
    else extra.find((item) => item.key === key)?.run();
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={["click"]} placement="bottomRight">
      <Button type="text" aria-label={t("账户：{{name}}", { name })}>
        {phone && name.length > 6 ? `${name.slice(0, 5)}…` : name} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
