import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { moment } from "@/i18n/format";
import { ActButton, Facts, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { type DrawRequest, REQUESTS, useRequest } from "../api/requests";
import { PreviewPanel } from "../components/PreviewPanel";
import { inputOf, outputOf } from "../form";
import { REQUEST_STATES } from "../states";

interface Deed {
  code: string;
  label: string;
  note: string;
  primary?: boolean;
  danger?: boolean;
  required?: boolean;
}

const DEEDS: Deed[] = [
  { code: "cancel", label: "取消需求", note: "取消后不能恢复，记录保留。", danger: true },
  { code: "refuse", label: "不同意", note: "需求退回提出人，理由对方可见。" },
  { code: "submit", label: "提交审批", note: "提交后等待审批和监督人确认。", primary: true, required: false },
  { code: "approve", label: "同意", note: "同意后由监督人确认。", primary: true, required: false },
  {
    code: "confirm",
    label: "监督人确认",
    note: "确认名单条件、回避和名额构成无误。确认后即可冻结名单并抽取；您的确认会写入抽取记录。",
    primary: true,
    required: false,
  },
  {
    code: "draw",
    label: "冻结名单并抽取",
    note: "先冻结名单并公布承诺值，再抽取。抽取不可重来；名单在启封时间前对所有人保密。",
    primary: true,
    required: false,
  },
];

function Actions({ request }: { request: DrawRequest }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const act = useAct<{ deed: string; reason: string }, { draw?: string | { id: string } | null }>({
    path: ({ deed }) => `${REQUESTS}/${request.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/selection/", "/api/workspace/"],
    done: "已办理",
    after: (answer, { deed }) => {
      const draw = typeof answer?.draw === "string" ? answer.draw : answer?.draw?.id;
      if (deed === "draw" && draw) go(`/draws/results/${draw}`);
    },
  });
  return (
    <>
      {request.draw ? (
        <Button type="primary" onClick={() => go(`/draws/results/${request.draw}`)}>
          {t("看抽取结果")}
        </Button>
      ) : null}
      {request.actions.includes("edit") ? (
        <Button onClick={() => go(`/draws/${request.id}/edit`)}>{t("修改")}</Button>
      ) : null}
      {DEEDS.filter(({ code }) => request.actions.includes(code)).map(
        ({ code, label, note, primary, danger, required }) => (
          <ActButton
            key={code}
            type={primary ? "primary" : "default"}
            danger={danger}
            action={t(label)}
            note={t(note)}
            required={required ?? true}
            onReason={(reason) => act.run({ deed: code, reason })}
          />
        ),
      )}
    </>
  );
}

function Asked({ request }: { request: DrawRequest }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("需求")}>
      <Facts
        items={[
          [t("编号"), request.number],
          [t("评委会"), request.committee_name ?? "—"],
          [t("人数"), t("{{n}} 人，候补 {{m}} 人", { n: request.size, m: request.alternates })],
          [t("专业组"), request.group_labels?.join("、") || t("不限专业组")],
          [t("开会时间"), moment(request.meets_at)],
          [t("地点"), request.place],
          [t("启封时间"), moment(request.opens_at)],
          [t("答复截止"), moment(request.answer_by)],
          [t("用途说明"), request.purpose],
          [t("提出人"), request.asked_by],
          [
            t("监督人"),
            request.supervisor
              ? `${request.supervisor.name} · ${moment(request.supervisor.at)}`
              : t("尚未确认"),
          ],
        ]}
      />
    </Panel>
  );
}

/** One draw request: what is asked, who agreed, what the draw would meet, and the step that is due. */
export default function RequestPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useRequest(id);
  const request = query.data;
  return (
    <Page
      title={request?.title ?? t("抽取需求")}
      sub={
        request ? (
          <span className="row">
            <Link to="/draws">{t("随机抽取")}</Link>
            <StatusTag of={request.state} table={REQUEST_STATES} label={request.state_label} />
          </span>
        ) : null
      }
      actions={request ? <Actions request={request} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <div className="stack">
              <Asked request={found} />
              <Panel title={t("办理记录")}>
                <History events={found.timeline} />
              </Panel>
            </div>
            {found.draw ? null : <PreviewPanel asked={outputOf(inputOf(found))} onApply={() => {}} />}
          </div>
        )}
      </Load>
    </Page>
  );
}
