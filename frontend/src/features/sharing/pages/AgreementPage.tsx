import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { day, moment } from "@/i18n/format";
import { ActButton, Facts, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { AGREEMENTS, type Agreement, type Signature, useAgreement } from "../api/agreements";
import { CataloguePanel } from "../components/CataloguePanel";
import { AGREEMENT_STATES, DIRECTIONS, MODES } from "../states";

const DEEDS = [
  { code: "refuse", label: "不签署", note: "对方会收到理由。", danger: false, primary: false },
  {
    code: "revoke",
    label: "撤销协议",
    note: "撤销后不能再邀请新的专家；已经入库的不受影响。",
    danger: true,
    primary: false,
  },
  { code: "sign", label: "签署", note: "双方都签署后协议生效。", danger: false, primary: true },
];

function Actions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${AGREEMENTS}/${agreement.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/sharing/", "/api/workspace/"],
    done: "已办理",
  });
  const assess = useAct<string>({
    path: `${AGREEMENTS}/${agreement.id}/assess`,
    body: (assessment) => ({ assessment }),
    refresh: [AGREEMENTS],
    done: "已保存",
  });
  return (
    <>
      {agreement.actions.includes("assess") ? (
        <ActButton
          action={t("填写影响评估")}
          label={t("影响评估")}
          note={t("写明共享哪些信息、为什么必要、有什么风险、怎样防范。")}
          onReason={assess.run}
        />
      ) : null}
      {DEEDS.filter(({ code }) => agreement.actions.includes(code)).map(
        ({ code, label, note, danger, primary }) => (
          <ActButton
            key={code}
            type={primary ? "primary" : "default"}
            danger={danger}
            action={t(label)}
            note={t(note)}
            required={!primary}
            onReason={(reason) => act.run({ deed: code, reason })}
          />
        ),
      )}
    </>
  );
}

function Terms({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const signed = (signature: Signature | null) =>
    signature ? `${signature.who} · ${moment(signature.at)}` : t("未签");
  return (
    <Panel title={t("协议内容")}>
      <Facts
        items={[
          [t("对方机构"), agreement.partner.name],
          [t("方式"), t(MODES[agreement.mode] ?? agreement.mode)],
          [t("期限"), `${day(agreement.from)}—${day(agreement.until)}`],
          [t("专业组"), agreement.groups.map(({ name }) => name).join("、") || t("全部专业组")],
          [t("方向"), t(DIRECTIONS[agreement.direction] ?? agreement.direction)],
          [t("用途说明"), agreement.purpose],
          [t("影响评估"), agreement.assessment || t("尚未填写，签署前必须有")],
          agreement.assessed_by
            ? [t("评估人"), `${agreement.assessed_by} · ${moment(agreement.assessed_at)}`]
            : null,
          agreement.end_reason ? [t("终止理由"), agreement.end_reason] : null,
          [t("本方签署"), signed(agreement.signed_ours)],
          [t("对方签署"), signed(agreement.signed_theirs)],
        ]}
      />
    </Panel>
  );
}

/** One agreement: its terms, who signed, and, while in force, what the partner's pool offers. */
export default function AgreementPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useAgreement(id);
  const agreement = query.data;
  return (
    <Page
      title={agreement ? t("与{{name}}的共享协议", { name: agreement.partner.name }) : t("共享协议")}
      sub={
        agreement ? (
          <StatusTag of={agreement.state} table={AGREEMENT_STATES} label={agreement.state_label} />
        ) : null
      }
      actions={agreement ? <Actions agreement={agreement} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <CataloguePanel agreement={found} />
            <div className="stack">
              <Terms agreement={found} />
              <Panel title={t("办理记录")}>
                <History events={found.timeline} />
              </Panel>
            </div>
          </div>
        )}
      </Load>
    </Page>
  );
}
