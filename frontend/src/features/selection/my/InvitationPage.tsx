import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { moment } from "@/i18n/format";
import { Facts, Load, Page, Panel, StatusTag } from "@/ui";
import { type MyInvitation, useMyInvitation } from "../api/mine";
import { RESPONSE_STATES } from "../states";
import { AnswerForm } from "./AnswerForm";
import { TakeBack } from "./TakeBack";

function What({ invitation }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("邀请内容")}>
      <div className="stack">
        <Facts
          items={[
            [t("邀请机构"), invitation.agency.name],
            [t("事项"), invitation.title ?? t("启封前保密")],
            invitation.task_label ? [t("任务类型"), invitation.task_label] : null,
            [t("时间"), moment(invitation.meets_at)],
            [t("地点"), invitation.place ?? t("启封前保密")],
            [t("答复截止"), moment(invitation.answer_by)],
            invitation.contact ? [t("联系人"), invitation.contact] : null,
          ]}
        />
        {invitation.secrecy ? <Alert type="info" showIcon title={invitation.secrecy} /> : null}
      </div>
    </Panel>
  );
}

/** One invitation on a phone: what may be said, time and deadline, conflicts, and two equal answers. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const { slug = "", id = "" } = useParams();
  const query = useMyInvitation(slug, id);
  const invitation = query.data;
  return (
    <Page
      title={invitation?.title ?? t("参加评审的邀请")}
      sub={
        invitation ? (
          <StatusTag of={invitation.state} table={RESPONSE_STATES} label={invitation.state_label} />
        ) : null
      }
    >
      <Load query={query}>
        {(found) => (
          <div className="stack">
            <What invitation={found} />
            <TakeBack slug={slug} invitation={found} />
            {found.actions.includes("accept") || found.actions.includes("decline") ? (
              <AnswerForm slug={slug} invitation={found} />
            ) : null}
          </div>
        )}
      </Load>
    </Page>
  );
}
