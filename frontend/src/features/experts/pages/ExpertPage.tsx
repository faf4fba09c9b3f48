import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { day } from "@/i18n/format";
import {
  ActButton,
  FindingList,
  History,
  Load,
  Nothing,
  Page,
  Panel,
  StatusTag,
  useAct,
  VERDICTS,
} from "@/ui";
import { EXPERTS, type Expert, useExpert } from "../api/experts";
import { IdentityPanel } from "../components/IdentityPanel";
import { Looks } from "../components/Looks";
import { TermsTable } from "../components/TermsTable";
import { EXPERT_STATES } from "../states";

function Rulings({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  if (expert.rulings.length === 0)
    return <Nothing text={t("每次按规定作出的判定（依据、事实、标准）会留存在这里。")} />;
  return (
    <div className="stack">
      {expert.rulings.map((ruling) => (
        <section key={ruling.id}>
          <h3 className="row" style={{ margin: "0 0 8px" }}>
            {day(ruling.on)} <StatusTag of={ruling.verdict} table={VERDICTS} />
            <span className="quiet">{t("规则版本 {{v}}", { v: ruling.policy_version })}</span>
          </h3>
          <FindingList findings={ruling.findings} />
        </section>
      ))}
    </div>
  );
}

function Actions({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${EXPERTS}/${expert.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: [EXPERTS],
    done: "已办理",
  });
  return (
    <>
      {expert.actions.includes("suspend") ? (
        <ActButton
          action={t("暂停使用")}
          note={t("暂停期间不参加抽取，已接受的任务不受影响。")}
          onReason={(reason) => act.run({ deed: "suspend", reason })}
        />
      ) : null}
      {expert.actions.includes("resume") ? (
        <ActButton action={t("恢复使用")} onReason={(reason) => act.run({ deed: "resume", reason })} />
      ) : null}
    </>
  );
}

/** Everything on file about one expert, what is private masked, and who looked at it. */
export default function ExpertPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useExpert(id);
  const expert = query.data;
  return (
    <Page
      title={expert?.name ?? t("专家")}
      sub={
        expert ? (
          <span className="row">
            <StatusTag of={expert.state} table={EXPERT_STATES} label={expert.state_label} />
            {expert.group_label} · {expert.title} · {expert.employer}
          </span>
        ) : null
      }
      actions={expert ? <Actions expert={expert} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <div className="stack">
              <IdentityPanel expert={found} />
              <section className="panel">
                <Tabs
                  items={[
                    { key: "terms", label: t("聘任"), children: <TermsTable expert={found} /> },
                    { key: "rulings", label: t("规定判定"), children: <Rulings expert={found} /> },
                    { key: "looks", label: t("谁看过"), children: <Looks id={found.id} /> },
                  ]}
                />
              </section>
            </div>
            <Panel title={t("全部记录")}>
              <History events={found.timeline} />
            </Panel>
          </div>
        )}
      </Load>
    </Page>
  );
}
