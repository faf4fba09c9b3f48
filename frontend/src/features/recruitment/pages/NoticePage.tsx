import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { day } from "@/i18n/format";
import { ActButton, Countdown, Facts, Grid, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { NOTICES, type Notice, useNotice } from "../api/notices";
import { Objections } from "../components/Objections";
import { NOTICE_STATES } from "../states";

function Preview({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { columns, rows } = notice.preview;
  return (
    <Panel title={t("公众看到的名单（已遮盖隐私）")}>
      {notice.text ? <p style={{ whiteSpace: "pre-wrap" }}>{notice.text}</p> : null}
      <Grid
        aria-label={t("公示名单")}
        size="small"
        rowKey="id"
        dataSource={rows}
        columns={[
          ...columns.map(({ key, label }) => ({ title: label, dataIndex: key })),
          { title: t("状态"), dataIndex: "state_label" },
        ]}
        pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </Panel>
  );
}

function State({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { deadline } = notice;
  return (
    <Panel title={t("公示期")}>
      <div className="stack">
        <Facts
          items={[
            [
              t("状态"),
              <StatusTag key="state" of={notice.state} table={NOTICE_STATES} label={notice.state_label} />,
            ],
            [t("开始"), day(notice.starts_on)],
            [t("期限"), deadline ? <Countdown key="end" {...deadline} until={deadline.day} /> : "—"],
            [t("人数"), notice.count],
            notice.public_url
              ? [
                  t("公开页"),
                  <a key="url" href={notice.public_url} target="_blank" rel="noopener">
                    {t("打开公开页")}
                  </a>,
                ]
              : null,
          ]}
        />
        {notice.afterwards ? (
          <Alert type="info" showIcon title={t("期满之后")} description={notice.afterwards} />
        ) : null}
      </div>
    </Panel>
  );
}

function Actions({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${NOTICES}/${notice.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/recruitment/", "/api/workspace/"],
    done: "已办理",
  });
  return (
    <>
      {notice.actions.includes("withdraw") ? (
        <ActButton
          action={t("撤回公示")}
          danger
          onReason={(reason) => act.run({ deed: "withdraw", reason })}
        />
      ) : null}
      {notice.actions.includes("close") ? (
        <ActButton
          action={t("结束公示")}
          onReason={(reason) => act.run({ deed: "close", reason })}
          required={false}
        />
      ) : null}
      {notice.actions.includes("publish") ? (
        <ActButton
          type="primary"
          action={t("发布公示")}
          required={false}
          note={t("发布后任何人都能看到名单并提出异议；公示期从次日起算。")}
          onReason={(reason) => act.run({ deed: "publish", reason })}
        />
      ) : null}
    </>
  );
}

/** One public notice: what the public sees, when it ends and why that day, objections, what follows. */
export default function NoticePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useNotice(id);
  const notice = query.data;
  return (
    <Page title={notice?.title ?? t("公示")} actions={notice ? <Actions notice={notice} /> : null}>
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <div className="stack">
              <Preview notice={found} />
              <Objections objections={found.objections} />
            </div>
            <div className="stack">
              <State notice={found} />
              <Panel title={t("办理记录")}>
                <History events={found.timeline} />
              </Panel>
            </div>
          </div>
        )}
      </Load>
    </Page>
  );
}
