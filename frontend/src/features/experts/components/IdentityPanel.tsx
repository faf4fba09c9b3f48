import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { Facts, Masked, Panel } from "@/ui";
import { EXPERTS, type Expert } from "../api/experts";

/** Who the expert is; identity number, phone and mail masked. */
export function IdentityPanel({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const reveal = can("experts.expert.reveal") ? `${EXPERTS}/${expert.id}/reveal` : null;
  const secret = (field: "identity" | "mobile" | "email", label: string): [string, React.ReactNode] => [
    label,
    <Masked key={field} value={expert[field]} label={label} field={field} reveal={reveal} />,
  ];
  return (
    <Panel title={t("基本信息")}>
      <Facts
        items={[
          [t("性别"), expert.sex],
          [t("出生日期"), day(expert.birth)],
          secret("identity", t("身份证件号码")),
          secret("mobile", t("手机号码")),
          secret("email", t("电子邮箱")),
          [t("所在单位"), expert.employer],
          [t("职称"), [expert.title, expert.title_level].filter(Boolean).join(" · ")],
          [t("专业组"), expert.group_label],
          [t("专业方向"), expert.specialties.join("、")],
          [t("入库方式"), expert.door],
          expert.labels.length > 0
            ? [t("标签"), expert.labels.map((label) => <Tag key={label.key}>{label.name}</Tag>)]
            : null,
          [
            t("不便时段"),
            expert.unavailability.map((one) => `${day(one.from)}—${day(one.until)}`).join("；") ||
              t("没有登记"),
          ],
        ]}
      />
    </Panel>
  );
}
