import { Alert, Button, Modal, Space } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  open: boolean;
  url: string;
  onReturn: () => void;
}

/** Offers to sign in in another window, so that what was typed on this page stays. */
export function SignInAgain({ open, url, onReturn }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    if (!open) return;
    window.addEventListener("focus", onReturn);
    return () => window.removeEventListener("focus", onReturn);
  }, [open, onReturn]);
  return (
    <Modal open={open} title={t("登录已过期")} closable={false} footer={null} maskClosable={false}>
      <Space orientation="vertical" size="middle" style={{ width: "100%" }}>
        <Alert type="info" showIcon title={t("本页已填写的内容都还在。在新窗口登录后回到本页即可继续。")} />
        <Space wrap>
          <Button type="primary" href={url} target="_blank" rel="noopener">
            {t("在新窗口登录")}
          </Button>
          <Button onClick={onReturn}>{t("我已登录，继续")}</Button>
        </Space>
      </Space>
    </Modal>
  );
}
