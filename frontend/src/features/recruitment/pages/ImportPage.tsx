import { DownloadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { count, moment } from "@/i18n/format";
import {
  ActButton,
  type Column,
  DataTable,
  Figure,
  JobProgress,
  Load,
  Page,
  Panel,
  StatusTag,
  useAct,
} from "@/ui";
import { type Fault, IMPORTS, type ImportRun, useImport } from "../api/imports";
import { IMPORT_STATES } from "../states";

/** What the rules say of those brought in. */
const VERDICT_COUNTS: [key: string, label: string][] = [
  ["yes", "符合规定"],
  ["undecided", "待人工判断"],
  ["no", "不符合规定"],
];

const RUNNING = new Set(["running"]);

function Figures({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  return (
    <div className="figures">
      <Figure label={t("总行数")} value={count(run.rows)} />
      <Figure label={t("无误")} value={count(run.good)} />
      <Figure label={t("有错误")} value={count(run.faulty)} />
      <Figure label={t("已导入")} value={count(run.created)} />
      {VERDICT_COUNTS.map(([key, label]) =>
        key in run.counts ? <Figure key={key} label={t(label)} value={count(run.counts[key])} /> : null,
      )}
      {run.seconds === null ? null : <Figure label={t("用时（秒）")} value={run.seconds.toFixed(1)} />}
    </div>
  );
}

function Verdict({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  if (run.state === "faulty") {
    const text = t("有 {{n}} 行错误，没有导入任何一行。请按下表修改后重新上传。", { n: run.faulty });
    return <Alert type="error" showIcon title={text} />;
  }
  if (run.state === "done") {
    const text = t("全部 {{n}} 行已导入，成为待办理的申报。", { n: run.created });
    return (
      <Alert
        type="success"
        showIcon
        title={text}
        action={<Link to={`/applications?batch=${run.id}`}>{t("查看申报")}</Link>}
      />
    );
  }
  if (run.state === "failed") {
    return (
      <Alert
        type="error"
        showIcon
        title={run.error?.message ?? t("没有办成。")}
        description={run.error?.help}
      />
    );
  }
  return null;
}

function Faults({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const columns: Column<Fault>[] = [
    { title: t("Excel 行"), dataIndex: "row", width: 110, align: "right" },
    { title: t("列"), key: "column", width: 180, render: (_, fault) => fault.column_label || fault.column },
    { title: t("错在哪里"), dataIndex: "reason" },
    { title: t("怎样改"), key: "help", render: (_, fault) => <div className="cell-wrap">{fault.help}</div> },
  ];
  const download = run.marked_url ? (
    <Button type="primary" icon={<DownloadOutlined />} href={run.marked_url}>
      {t("下载标注了错误的表格")}
    </Button>
  ) : null;
  return (
    <Panel title={t("错误行")} extra={download}>
      <DataTable<Fault>
        label={t("错误行")}
        path={`${IMPORTS}/${run.id}/faults`}
        columns={columns}
        rowKey={(fault) => `${fault.row}-${fault.column}-${fault.reason}`}
        empty={t("没有错误行。")}
      />
    </Panel>
  );
}

function Content({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const running = RUNNING.has(run.state);
  return (
    <div className="stack">
      {running && run.job ? (
        <Panel title={t("正在检查")}>
          <JobProgress id={run.job} label={t("导入进度")} onDone={() => void cache.invalidateQueries()} />
        </Panel>
      ) : null}
      <Verdict run={run} />
      <Figures run={run} />
      {run.faulty > 0 ? <Faults run={run} /> : null}
    </div>
  );
}

/** One import: how far it is, what it brought, and every faulty row with column and reason. */
export default function ImportPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useImport(id, false);
  const state = query.data?.state;
  useImport(id, state && RUNNING.has(state) ? 1500 : false);
  const undo = useAct<string>({
    path: `${IMPORTS}/${id}/undo`,
    body: (reason) => ({ reason }),
    refresh: [IMPORTS, "/api/recruitment/"],
    done: "已撤销导入",
  });
  const run = query.data;
  return (
    <Page
      title={run?.file_name ?? t("批量导入")}
      sub={run ? <StatusTag of={run.state} table={IMPORT_STATES} label={run.state_label} /> : null}
      actions={
        run?.actions.includes("undo") ? (
          <ActButton
            danger
            action={t("撤销这次导入")}
            note={t("由这次导入产生、且尚未办理的申报会全部删除。已经办理过的，不能撤销。")}
            onReason={undo.run}
          />
        ) : null
      }
    >
      {run ? (
        <p className="quiet">
          {run.uploaded_by} · {moment(run.uploaded_at)}
        </p>
      ) : null}
      <Load query={query}>{(found) => <Content run={found} />}</Load>
    </Page>
  );
}
