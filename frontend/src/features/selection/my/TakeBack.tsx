import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { ErrorSummary, Panel, useAct } from "@/ui";
import { at, type MyInvitation } from "../api/mine";

/** A refusal can be undone while the seat is free. */
export function TakeBack({ slug, invitation }: { slug: string; invitation: MyInvitation }) {
  const { t } = useTranslation();
  const act = useAct({
    path: `${at(slug)}/invitations/${invitation.id}/take_back`,
    refresh: [at(slug), "/api/profiles/"],
    done: "已收回谢绝",
  });
  if (!invitation.actions.includes("take_back")) return null;
  return (
    <Panel title={t("您已谢绝")}>
      <div className="stack-tight">
        <span>{t("{{at}} 前席位还空着，可以收回。", { at: moment(invitation.can_take_back_until) })}</span>
        <ErrorSummary error={act.error} link={false} />
        <div>
          <Button loading={act.busy} onClick={() => void act.run().catch(() => {})}>
            {t("收回谢绝")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
