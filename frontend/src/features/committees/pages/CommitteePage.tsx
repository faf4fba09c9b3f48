import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import { ClauseTag, Facts, Grid, Load, Nothing, Page, Panel, ToneTag } from "@/ui";
import { type Committee, type PanelMember, useCommittee } from "../api/committees";

function Members({ members }: { members: PanelMember[] }) {
  const { t } = useTranslation();
  return (
    <Grid<PanelMember>
      aria-label={t("成员")}
      size="small"
      rowKey="expert"
      pagination={false}
      dataSource={members}
      columns={[
        {
          title: t("专家"),
          key: "name",
          render: (_, one) => <Link to={`/experts/${one.expert}`}>{one.name}</Link>,
        },
        { title: t("来源"), key: "outsider", render: (_, one) => (one.outsider ? t("外单位") : t("本单位")) },
        {
          title: t("连续被抽中"),
          key: "row",
          render: (_, one) => (one.consecutive ? t("{{n}} 次", { n: one.consecutive }) : "—"),
        },
      ]}
    />
  );
}

function Panels({ committee }: { committee: Committee }) {
  const { t } = useTranslation();
  if (committee.panels.length === 0) {
    return <Nothing text={t("抽取过的历次名单会出现在这里；连续次数和上年调整据此计算。")} />;
  }
  return (
    <div className="stack">
      {committee.panels.map((panel) => (
        <section key={panel.id}>
          <h3 className="row-between" style={{ margin: "0 0 8px" }}>
            {t("{{year}} 年，{{n}} 人", { year: panel.year, n: panel.members.length })}
            {panel.draw ? <Link to={`/draws/results/${panel.draw}`}>{t("看抽取结果")}</Link> : null}
          </h3>
          <Members members={panel.members} />
        </section>
      ))}
    </div>
  );
}

/** One committee: what it is, the rules that bind its draws, and its panels so far. */
export default function CommitteePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { can } = useSession();
  const go = useNavigate();
  const query = useCommittee(id);
  const ask = (
    <Button type="primary" onClick={() => go(`/draws/new?committee=${id}`)}>
      {t("提出抽取需求")}
    </Button>
  );
  return (
    <Page title={query.data?.name ?? t("评委会")} actions={can("selection.request.edit") ? ask : null}>
      <Load query={query}>
        {(committee) => (
          <div className="columns">
            <Panel title={t("历次名单")}>
              <Panels committee={committee} />
            </Panel>
            <div className="stack">
              <Panel title={t("基本信息")}>
                <Facts
                  items={[
                    [t("系列"), committee.series],
                    [t("级别"), committee.level],
                    [t("组建单位"), committee.unit?.name],
                    [t("每次人数"), committee.seats],
                    [t("方式"), committee.self_evaluating ? t("自主评聘") : t("统一评审")],
                  ]}
                />
              </Panel>
              <Panel title={t("约束抽取的规定")}>
                {committee.rules.length === 0 ? <Nothing text={t("没有专门的规定。")} /> : null}
                <ul className="plain-list stack-tight">
                  {committee.rules.map((rule) => (
                    <li key={rule.key} className="row">
                      <ToneTag tone="plain" text={rule.value} /> {rule.label}
                      <ClauseTag id={rule.clause} cite={rule.cite} />
                    </li>
                  ))}
                </ul>
              </Panel>
            </div>
          </div>
        )}
      </Load>
    </Page>
  );
}
