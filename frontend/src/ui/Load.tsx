import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "@/api/errors";
import { ErrorSummary } from "./ErrorSummary";

interface Query<T> {
  data: T | undefined;
  error: ApiError | null;
  refetch: () => unknown;
}

/** Content that depends on one answer of the server: waiting, refused with a reason, or there. */
export function Load<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return (
      <div className="stack">
        <ErrorSummary error={query.error} />
        {query.error.status === 403 || query.error.status === 404 ? null : (
          <div>
            <Button onClick={() => query.refetch()}>{t("重试")}</Button>
          </div>
        )}
      </div>
    );
  }
  return <Skeleton active aria-busy="true" />;
}
