import { PrinterOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { count, moment, percent } from "@/i18n/format";
import { ActButton, Figure, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { DRAWS, type Draw, useDraw } from "../api/draws";
import { ProofPanel } from "../components/ProofPanel";
import { Replacements } from "../components/Replacements";
import { SeatTable } from "../components/SeatTable";
import { REQUEST_STATES } from "../states";

function Actions({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${DRAWS}/${draw.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/selection/", "/api/workspace/"],
    done: "已办理",
  });
  return (
    <>
      {draw.print_url ? (
        <Button icon={<PrinterOutlined />} href={draw.print_url} target="_blank" rel="noopener">
          {t("打印抽取记录")}
        </Button>
      ) : null}
      {draw.actions.includes("open_early") ? (
        <ActButton
          danger
          action={t("提前启封")}
          note={t("提前启封须抽取人员和监督人都同意，并在公开核验页留下标记。")}
          onReason={(reason) => act.run({ deed: "open_early", reason })}
        />
      ) : null}
      {draw.actions.includes("open") ? (
        <ActButton
          type="primary"
          action={t("启封")}
          required={false}
          note={t("启封后，名单对有权限的人可见，假名记录对公众可查。")}
          onReason={(reason) => act.run({ deed: "open", reason })}
        />
      ) : null}
    </>
  );
}

function Held({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  if (!draw.sealed) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t("名单封存中，{{at}} 启封。", { at: moment(draw.opens_at) })}
      description={t(
        "此前任何工作人员、监督人和运维都看不到名单；被邀请的专家只知道自己收到了邀请。下表只显示各席位的答复情况。",
      )}
    />
  );
}

function Numbers({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const seats = draw.seats.filter(({ kind }) => kind === "seat");
  // A replaced seat stands twice: who left, and who came.
  const places = new Set(seats.map(({ order }) => order)).size;
  const accepted = seats.filter(({ response }) => response === "accepted").length;
  return (
    <div className="figures">
      {draw.pool_size === null ? null : <Figure label={t("参加抽取")} value={count(draw.pool_size)} />}
      <Figure label={t("正选")} value={count(places)} />
      <Figure label={t("已接受")} value={count(accepted)} />
      <Figure label={t("递补")} value={count(draw.replacements.length)} />
      {draw.chances ? (
        <Figure
          label={t("机会最低 / 最高")}
          value={`${percent(draw.chances.min)} / ${percent(draw.chances.max)}`}
        />
      ) : null}
    </div>
  );
}

/** The result of a draw: what was committed, the seats in order, answers as they come in, replacements, proof. */
export default function DrawPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useDraw(id);
  const draw = query.data;
  return (
    <Page
      title={draw ? t("{{title}} · 抽取结果", { title: draw.title }) : t("抽取结果")}
      sub={
        draw ? (
          <span className="row">
            <Link to={`/draws/${draw.request}`}>{t("看抽取需求")}</Link>
            <StatusTag of={draw.state} table={REQUEST_STATES} label={draw.state_label} />
            {t("第 {{n}} 号抽取", { n: draw.number })}
          </span>
        ) : null
      }
      actions={draw ? <Actions draw={draw} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="stack">
            <Held draw={found} />
            <Numbers draw={found} />
            <Panel title={t("席位和候补")}>
              <SeatTable draw={found} />
            </Panel>
            <div className="columns">
              <div className="stack">
                <Replacements draw={found} />
                <Panel title={t("办理记录")}>
                  <History events={found.timeline} />
                </Panel>
              </div>
              <ProofPanel draw={found} />
            </div>
          </div>
        )}
      </Load>
    </Page>
  );
}
