import { Alert, Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { moment } from "@/i18n/format";
import { ActButton, Countdown, FindingList, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { at, editable, type MyApplication, useMyApplication } from "../api/mine";
import { StageList } from "../components/StageList";
import { APPLICATION_STATES } from "../states";
import { AnswerPanel } from "./AnswerPanel";

function Receipt({ application }: { application: MyApplication }) {
  const { t } = useTranslation();
  return (
    <Result
      status="success"
      title={t("已提交，受理编号 {{number}}", { number: application.number })}
      subTitle={t("提交于 {{at}}。办理进展会通知您，也可以随时在这里查看。", {
        at: moment(application.submitted_at),
      })}
    />
  );
}

function Actions({ application, slug }: { application: MyApplication; slug: string }) {
  const { t } = useTranslation();
  const withdraw = useAct<string>({
    path: `${at(slug)}/applications/${application.id}/withdraw`,
    body: (reason) => ({ reason }),
    refresh: [at(slug), "/api/profiles/gathered"],
    done: "已撤回",
  });
  return (
    <>
      {editable(application) ? (
        <Link to={`/agencies/${slug}/apply/${application.id}`}>
          <Button type="primary">{t("继续填写")}</Button>
        </Link>
      ) : null}
      {application.actions.includes("withdraw") ? (
        <ActButton
          action={t("撤回申报")}
          note={t("撤回后本次申报结束；征集截止前可以重新申报。")}
          onReason={withdraw.run}
        />
      ) : null}
    </>
  );
}

/** How far an application is: its stages, what was decided and why, and what comes next. */
export default function ProgressPage() {
  const { t } = useTranslation();
  const { slug = "", id = "" } = useParams();
  const [search] = useSearchParams();
  const query = useMyApplication(slug, id);
  const application = query.data;
  return (
    <Page
      title={application?.agency.name ?? t("申报进度")}
      sub={
        application ? (
          <span className="row">
            {application.number}
            <StatusTag of={application.state} table={APPLICATION_STATES} label={application.state_label} />
            {application.due ? <Countdown {...application.due} until={application.due.day} /> : null}
          </span>
        ) : null
      }
      actions={application ? <Actions application={application} slug={slug} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="stack">
            {search.get("receipt") && found.number ? <Receipt application={found} /> : null}
            <AnswerPanel slug={slug} application={found} />
            {found.state === "refused" ? (
              <Alert type="info" showIcon title={t("对结果有意见，可以依规定申诉；理由和依据见下方记录。")} />
            ) : null}
            <Panel title={t("办理流程")}>
              <StageList stages={found.stages} link={false} />
            </Panel>
            {found.check ? (
              <Panel title={t("逐条比对规定")}>
                <FindingList findings={found.check.findings} link={false} />
              </Panel>
            ) : null}
            <Panel title={t("办理记录")}>
              <History events={found.timeline} />
            </Panel>
          </div>
        )}
      </Load>
    </Page>
  );
}
