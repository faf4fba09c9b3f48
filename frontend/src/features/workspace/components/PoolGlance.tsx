import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { Figure, Panel } from "@/ui";
import { Bars } from "@/ui/chart/Bars";
import { type Dashboard, useDashboard } from "../api/todos";

function Charts({ data }: { data: Dashboard }) {
  const { t } = useTranslation();
  const groups = useMemo(
    () => data.groups.map(({ group, count }) => ({ label: group, value: count })),
    [data],
  );
  const ages = useMemo(() => data.ages.map(({ band, count }) => ({ label: band, value: count })), [data]);
  return (
    <div className="columns-even">
      {groups.length > 0 ? (
        <Panel title={t("在库专家 · 按专业组")}>
          <Bars bars={groups} description={t("在库专家 · 按专业组")} />
        </Panel>
      ) : null}
      {ages.length > 0 ? (
        <Panel title={t("在库专家 · 按年龄")}>
          <Bars bars={ages} description={t("在库专家 · 按年龄")} />
        </Panel>
      ) : null}
    </div>
  );
}

/** What lets one open the page that a number leads to; a page that is not named here is open to all of the desk. */
const NEEDED: Record<string, string> = {
  "/experts": "experts.expert.view",
  "/appointments": "appointments.view",
  "/applications": "recruitment.application.view",
  "/notices": "recruitment.notice.view",
  "/draws": "selection.request.view",
};

/** The pool in a few numbers and two drawings, below the to-do list; nothing for those who may not see it. */
export function PoolGlance() {
  const { data } = useDashboard();
  const { can } = useSession();
  if (!data) return null;
  const open = (link: string) => {
    const needed = NEEDED[link.split("?")[0] ?? ""];
    return link !== "" && (!needed || can(needed));
  };
  return (
    <>
      <div className="figures">
        {data.figures.map(({ key, label, value, link }) => (
          <Figure key={key} label={label} value={open(link) ? <Link to={link}>{value}</Link> : value} />
        ))}
      </div>
      <Charts data={data} />
    </>
  );
}
