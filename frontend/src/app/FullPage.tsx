import { Button, Result, Spin } from "antd";
import { useTranslation } from "react-i18next";
import type { ApiError } from "@/api/errors";

/** Shown while nothing can be shown yet; no landmark, for it also stands within a shell's main part. */
export function FullPageWait() {
  const { t } = useTranslation();
  return (
    <div className="full-page" role="status" aria-busy="true" aria-label={t("正在打开")}>
      <Spin size="large" />
    </div>
  );
}

/** Shown when the page cannot work at all, with what happened and a way on. */
export function FullPageError({ error }: { error: Pick<ApiError, "message" | "help" | "code"> }) {
  const { t } = useTranslation();
  return (
    <main className="full-page">
      <Result
        status="error"
        title={<h1 className="page-title">{t(error.message)}</h1>}
        subTitle={error.help ? t(error.help) : undefined}
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t("重新打开本页")}
          </Button>
        }
      />
    </main>
  );
}
