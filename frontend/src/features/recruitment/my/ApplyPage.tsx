import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { FindingList, Load, Page, Panel } from "@/ui";
import { type Task, TaskList } from "@/ui/form";
import { editable, type MyApplication, useMyApplication } from "../api/mine";

function tasksOf(application: MyApplication, base: string, t: (text: string) => string): Task[] {
  const sections = application.sections.map(({ key, title, state, saved_at }) => ({
    key,
    title,
    state,
    saved_at,
    to: `${base}/${key}`,
  }));
  if (application.file_kinds.length === 0) return sections;
  const needed = application.file_kinds.filter(({ required }) => required);
  const there = needed.filter(({ key }) => application.files.some((file) => file.kind === key));
  const some = application.files.length > 0 ? "partial" : "empty";
  const state = there.length === needed.length ? "done" : some;
  return [...sections, { key: "files", title: t("证明材料"), state, to: `${base}/files` }];
}

function Content({ application, slug }: { application: MyApplication; slug: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const base = `/agencies/${slug}/apply/${application.id}`;
  if (!editable(application))
    return <Navigate to={`/agencies/${slug}/applications/${application.id}`} replace />;
  return (
    <div className="stack">
      {application.state === "returned" && application.timeline[0]?.why ? (
        <Alert type="warning" showIcon title={t("退回补正：{{why}}", { why: application.timeline[0].why })} />
      ) : null}
      <Panel title={t("要填写的内容")}>
        <TaskList tasks={tasksOf(application, base, t)} />
        <p className="quiet">{t("可以按任意顺序填写，内容会自动保存，随时可以离开。")}</p>
        <Button type="primary" size="large" onClick={() => go(`${base}/check`)}>
          {t("核对并提交")}
        </Button>
      </Panel>
      {application.check ? (
        <Panel title={t("按规定条件预先比对")}>
          <FindingList findings={application.check.findings} link={false} />
        </Panel>
      ) : null}
    </div>
  );
}

/** An application being written: its sections as a task list, and what the rules say so far. */
export default function ApplyPage() {
  const { t } = useTranslation();
  const { slug = "", id = "" } = useParams();
  const query = useMyApplication(slug, id);
  const title = query.data?.campaign?.title ?? t("申报");
  return (
    <Page title={title} sub={query.data?.agency.name}>
      <Load query={query}>{(application) => <Content application={application} slug={slug} />}</Load>
    </Page>
  );
}
