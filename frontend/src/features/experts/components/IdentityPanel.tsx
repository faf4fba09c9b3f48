import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { day } from "@/i18n/format";
import { type Fact, Facts, Masked, Panel } from "@/ui";
import { DOORS, EDUCATION, inWords } from "@/ui/words";
import { EXPERTS, type Expert } from "../api/experts";

/** Who the expert is; identity number, phone and mail masked. */
export function IdentityPanel({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const reveal = expert.actions.includes("reveal") ? `${EXPERTS}/${expert.id}/reveal` : null;
  const secret = (
    field: "identity_number" | "mobile" | "email",
    label: string,
  ): [string, React.ReactNode] => [
    label,
    <Masked key={field} value={expert[field]} label={label} field={field} reveal={reveal} />,
  ];
  return (
    <Panel title={t("基本信息")}>
      <Facts
        items={[
          [t("性别"), expert.sex_label],
          [t("出生日期"), expert.birth],
          secret("identity_number", t("身份证件号码")),
          secret("mobile", t("手机号码")),
          secret("email", t("电子邮箱")),
          [t("所在单位"), expert.employer],
          [t("职称"), [expert.title, expert.title_level_label].filter(Boolean).join(" · ")],
          [t("专业组"), expert.group_label],
          [t("专业方向"), expert.discipline],
          [t("学历"), inWords(EDUCATION, expert.education, t)],
          [t("职务"), expert.post],
          [t("聘期"), expert.term_end ? `${day(expert.term_from)}—${day(expert.term_end)}` : t("未聘")],
          [t("入库方式"), inWords(DOORS, expert.door, t)],
          expert.labels.length > 0
            ? [t("标签"), expert.labels.map((label) => <Tag key={label.key}>{label.name}</Tag>)]
            : null,
          ...expert.restrictions.map(
            (one): Fact => [t("限制使用"), `${day(one.since)}—${day(one.until)} ${one.reason}`],
          ),
          [
            t("不便时段"),
            expert.unavailability.map((one) => `${day(one.first_day)}—${day(one.last_day)}`).join("；") ||
              t("没有登记"),
          ],
        ]}
      />
    </Panel>
  );
}
