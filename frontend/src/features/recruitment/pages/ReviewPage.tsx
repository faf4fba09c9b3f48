import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ActButton, Countdown, FindingList, History, Load, Page, Panel, StatusTag, Tabs, useAct } from "@/ui";
import { APPLICATIONS, type Application, useApplication } from "../api/applications";
import { CaseForm } from "../components/CaseForm";
import { DecisionPanel } from "../components/DecisionPanel";
import { Duplicates } from "../components/Duplicates";
import { FilePane } from "../components/FilePane";
import { MissingFacts } from "../components/MissingFacts";
import { StageList } from "../components/StageList";
import { APPLICATION_STATES } from "../states";

function Steps({ application }: { application: Application }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { previous, next } = application;
  const remind = useAct<string>({
    path: `${APPLICATIONS}/${application.id}/remind`,
    body: (reason) => ({ reason }),
    done: "已提醒经办人",
  });
  return (
    <>
      {application.actions.includes("remind") ? <ActButton action={t("催办")} onReason={remind.run} /> : null}
      <Button icon={<LeftOutlined />} disabled={!previous} onClick={() => go(`/applications/${previous}`)}>
        {t("上一件")}
      </Button>
      <Button disabled={!next} onClick={() => go(`/applications/${next}`)}>
        {t("下一件")} <RightOutlined />
      </Button>
    </>
  );
}

function Sub({ application }: { application: Application }) {
  const { due, state, state_label, stage_label, number } = application;
  return (
    <span className="row">
      <span>{number}</span>
      <StatusTag of={state} table={APPLICATION_STATES} label={state_label} />
      <span>{stage_label}</span>
      {due ? <Countdown {...due} until={due.day} /> : null}
    </span>
  );
}

function Left({ application }: { application: Application }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <div className="side-by-side">
        <Panel title={t("申报表")}>
          <CaseForm application={application} />
        </Panel>
        <Panel title={t("附件（{{n}}）", { n: application.files.length })}>
          <FilePane files={application.files} />
        </Panel>
      </div>
      <section className="panel">
        <Tabs
          items={[
            { key: "stages", label: t("办理流程"), children: <StageList stages={application.stages} /> },
            { key: "timeline", label: t("办理记录"), children: <History events={application.timeline} /> },
          ]}
        />
      </section>
    </div>
  );
}

function Right({ application }: { application: Application }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Panel title={t("逐条比对规定")}>
        <FindingList findings={application.findings} />
      </Panel>
      {application.duplicates.length > 0 ? <Duplicates duplicates={application.duplicates} /> : null}
      <MissingFacts key={`facts-${application.id}`} application={application} />
      <DecisionPanel key={`${application.id}-${application.stage}`} application={application} />
    </div>
  );
}

/** One application before its reviewer: what was stated and proved, what the rules say of it, and the decision. */
export default function ReviewPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useApplication(id);
  const application = query.data;
  return (
    <Page
      title={application ? t("{{name}}的申报", { name: application.applicant }) : t("申报")}
      sub={application ? <Sub application={application} /> : null}
      actions={application ? <Steps application={application} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <Left application={found} />
            <Right application={found} />
          </div>
        )}
      </Load>
    </Page>
  );
}
