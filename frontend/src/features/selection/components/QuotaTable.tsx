import { useTranslation } from "react-i18next";
import { ClauseTag, Grid, ToneTag } from "@/ui";
import type { PreviewQuota } from "../api/requests";

/** The quotas of rule and request, each with how many there are to fill it. */
export function QuotaTable({ quotas }: { quotas: PreviewQuota[] }) {
  const { t } = useTranslation();
  const range = ({ lower, upper }: PreviewQuota) => {
    if (lower && upper) return t("{{lower}} 至 {{upper}} 人", { lower, upper });
    if (upper !== null && upper !== undefined) return t("至多 {{n}} 人", { n: upper });
    return t("至少 {{n}} 人", { n: lower ?? 0 });
  };
  return (
    <Grid
      aria-label={t("名额构成要求")}
      size="small"
      scroll={undefined}
      pagination={false}
      rowKey={(quota) => `${quota.category}-${quota.value}-${quota.origin}`}
      dataSource={quotas}
      columns={[
        {
          title: t("要求"),
          key: "label",
          render: (_, quota) => (
            <span className="row">
              {quota.label} <ClauseTag id={quota.clause} cite={quota.cite} />
            </span>
          ),
        },
        {
          title: t("名额"),
          key: "range",
          render: (_, quota) => <span className="nowrap">{range(quota)}</span>,
        },
        {
          title: t("可抽"),
          key: "available",
          align: "right",
          render: (_, quota) =>
            quota.available < (quota.lower ?? 0) ? (
              <ToneTag tone="bad" text={String(quota.available)} />
            ) : (
              quota.available
            ),
        },
      ]}
    />
  );
}
