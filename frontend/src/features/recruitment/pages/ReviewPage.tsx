import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { Countdown, FindingList, History, Load, Page, Panel, StatusTag, Tabs } from "@/ui";
import { type Application, useApplication } from "../api/applications";
import { CaseForm } from "../components/CaseForm";
import { DecisionPanel } from "../components/DecisionPanel";
import { Duplicates } from "../components/Duplicates";
import { FilePane } from "../components/FilePane";
import { StageList } from "../components/StageList";
import { APPLICATION_STATES } from "../states";

function Steps({ application }: { application: Application }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { previous, next } = application;
  return (
    <>
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
    <section className="panel">
      <Tabs
        items={[
          { key: "form", label: t("申报表"), children: <CaseForm application={application} /> },
          {
            key: "files",
            label: t("附件（{{n}}）", { n: application.files.length }),
            children: <FilePane files={application.files} />,
          },
          { key: "stages", label: t("办理流程"), children: <StageList stages={application.stages} /> },
          { key: "timeline", label: t("办理记录"), children: <History events={application.timeline} /> },
        ]}
      />
    </section>
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
