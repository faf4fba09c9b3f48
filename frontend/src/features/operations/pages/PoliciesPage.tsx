import { useTranslation } from "react-i18next";
import { asPaged } from "@/api/hooks";
import { Grid, Load, Page, ToneTag } from "@/ui";
import { type PolicyRow, usePolicies } from "../api/ops";

/** The policies installed on this platform. */
export default function PoliciesPage() {
  const { t } = useTranslation();
  const query = usePolicies();
  return (
    <Page title={t("已装规则包")}>
      <section className="panel">
        <Load query={query}>
          {(answer) => (
            <Grid<PolicyRow>
              aria-label={t("已装规则包")}
              rowKey="key"
              pagination={false}
              dataSource={asPaged<PolicyRow>(answer).results}
              columns={[
                { title: t("名称"), dataIndex: "title" },
                { title: t("版本"), dataIndex: "version" },
                {
                  title: t("层级"),
                  key: "tiers",
                  render: (_, row) => row.tiers.map(({ label }) => label).join("、"),
                },
                { title: t("条文数"), dataIndex: "clauses", align: "right" },
                { title: t("规则数"), dataIndex: "rules", align: "right" },
                { title: t("参数数"), dataIndex: "parameters", align: "right" },
                { title: t("机构数"), dataIndex: "agencies", align: "right" },
                {
                  title: t("状态"),
                  key: "fault",
                  render: (_, row) =>
                    row.fault ? (
                      <ToneTag tone="bad" text={row.fault} />
                    ) : (
                      <ToneTag tone="good" text={t("正常")} />
                    ),
                },
              ]}
            />
          )}
        </Load>
      </section>
    </Page>
  );
}
