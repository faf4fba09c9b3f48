import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";

/** Says that this is a demonstration and which business day it is. */
export function DemoBar() {
  const { t } = useTranslation();
  const { session } = useSession();
  if (!session.demonstration) return null;
  return (
    <aside className="demo-bar" aria-label={t("演示环境")}>
      {t("演示环境，数据均为虚构。")} {t("业务日期：{{day}}。", { day: day(session.now) })}
    </aside>
  );
}
