import { BellOutlined } from "@ant-design/icons";
import { Badge, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet } from "@/api/hooks";

/** The number of unread messages, leading to them. */
export function InboxBell() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { data } = useGet<{ count: number }>("/api/notifications/unread", undefined, { every: 60_000 });
  const unread = data?.count ?? 0;
  return (
    <Badge count={unread} size="small" offset={[-6, 6]}>
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={t("消息，{{n}} 条未读", { n: unread })}
        onClick={() => go("/inbox")}
      />
    </Badge>
  );
}
