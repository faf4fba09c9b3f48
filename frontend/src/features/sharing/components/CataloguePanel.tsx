import { Alert, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useSession } from "@/app/session";
import { count, day } from "@/i18n/format";
import { ActButton, ErrorSummary, Figure, Grid, Nothing, Panel, useAct } from "@/ui";
import { AGREEMENTS, type Agreement, type Catalogue, useOwnGroups } from "../api/agreements";

function Named({ agreement, catalogue }: { agreement: Agreement; catalogue: Catalogue }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const own = useOwnGroups();
  const [group, setGroup] = useState<string>();
  const invite = useAct<{ ref: string; reason: string }>({
    path: `${AGREEMENTS}/${agreement.id}/invite`,
    body: ({ ref, reason }) => ({ ref, group: group ?? "", message: reason }),
    refresh: ["/api/sharing/"],
    done: "邀请已发出，等待本人答复",
  });
  return (
    <Grid
      aria-label={t("同意公开姓名的专家")}
      size="small"
      rowKey="ref"
      dataSource={catalogue.named}
      pagination={catalogue.named.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      locale={{ emptyText: <Nothing text={t("对方库中的专家同意公开姓名后，会出现在这里。")} /> }}
      columns={[
        { title: t("姓名"), dataIndex: "name" },
        { title: t("专业组"), dataIndex: "group_label" },
        { title: t("职称"), dataIndex: "title" },
        { title: t("所在单位"), dataIndex: "employer" },
        { title: t("同意日期"), key: "consent", render: (_, row) => day(row.consent_at) },
        {
          title: t("办理"),
          key: "act",
          fixed: "right",
          render: (_, row) =>
            can("sharing.invite") ? (
              <ActButton
                size="small"
                action={t("发出邀请")}
                label={t("邀请语")}
                required={false}
                note={t("本人接受后，按本库条件审核，由交流渠道入库。")}
                onReason={(reason) => invite.run({ ref: row.ref, reason })}
              >
                <Select
                  aria-label={t("邀请到哪个专业组")}
                  placeholder={t("邀请到哪个专业组")}
                  value={group}
                  onChange={setGroup}
                  options={own.page.results.map(({ key, name }) => ({ value: key, label: name }))}
                />
              </ActButton>
            ) : null,
        },
      ]}
    />
  );
}

/** A count, or that it is too small to be told. */
function number(value: number | null, { fewer_than }: Catalogue): string {
  return value === null && fewer_than !== null ? `< ${fewer_than}` : count(value);
}

/** While the agreement is in force: how many match, names only of those who consent, and inviting one. */
export function CataloguePanel({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<string>();
  const { can } = useSession();
  const inForce = agreement.state === "active";
  const looks = inForce && agreement.direction === "in" && can("sharing.catalogue.search");
  const query = useGet<Catalogue>(looks ? `${AGREEMENTS}/${agreement.id}/catalogue` : null, { group });
  if (!looks) {
    const closed = inForce ? t("这份协议由对方使用我方库，或者您没有查看对方库的权限。") : "";
    const text = closed || t("协议没有生效，看不到对方库的内容。");
    return (
      <Panel title={t("对方库")}>
        <Alert type="info" showIcon title={text} />
      </Panel>
    );
  }
  return (
    <Panel
      title={t("对方库")}
      extra={
        <Select
          aria-label={t("专业组")}
          placeholder={t("专业组")}
          allowClear
          value={group}
          onChange={setGroup}
          popupMatchSelectWidth={false}
          style={{ minWidth: 150 }}
          options={agreement.offered_groups.map(({ key, name }) => ({ value: key, label: name }))}
        />
      }
    >
      <ErrorSummary error={query.error} />
      {query.data ? (
        <div className="stack">
          <div className="figures">
            <Figure label={t("符合条件")} value={number(query.data.matching, query.data)} />
            <Figure
              label={t("未公开姓名")}
              value={number(query.data.unnamed, query.data)}
              note={t("本人没有同意，只计入人数")}
            />
          </div>
          <Named agreement={agreement} catalogue={query.data} />
        </div>
      ) : null}
    </Panel>
  );
}
