import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { moment } from "@/i18n/format";
import { Facts, History, Load, Page, Panel, StatusTag } from "@/ui";
import { type DrawRequest, useRequest } from "../api/requests";
import { StoredPreview } from "../components/PreviewPanel";
import { RequestActions } from "../components/RequestActions";
import { REQUEST_STATES } from "../states";

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
          [t("用途（会公开）"), request.purpose],
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
      actions={request ? <RequestActions request={request} /> : null}
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
            {found.draw || found.state === "cancelled" ? null : <StoredPreview request={found} />}
          </div>
        )}
      </Load>
    </Page>
  );
}
