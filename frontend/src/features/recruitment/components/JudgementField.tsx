import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/ui";
import type { Judgement } from "../api/applications";

interface Props {
  judgement: Judgement;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Answer({ judgement, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = `decision-judgements.${judgement.fact}`;
  if (judgement.type === "bool") {
    return (
      <Radio.Group id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <Radio value={true}>{t("是")}</Radio>
        <Radio value={false}>{t("否")}</Radio>
      </Radio.Group>
    );
  }
  if (judgement.type === "choice") {
    return <Select id={id} value={value} onChange={onChange} options={judgement.choices ?? []} />;
  }
  return <Input id={id} value={String(value ?? "")} onChange={(event) => onChange(event.target.value)} />;
}

/** One thing the rules leave to a person, with its article; nothing is chosen beforehand. */
export function JudgementField(props: Props) {
  const { label, clause, cite } = props.judgement;
  return (
    <Form.Item
      label={
        <span className="row">
          {label} <ClauseTag id={clause} cite={cite} />
        </span>
      }
      required
    >
      <Answer {...props} />
    </Form.Item>
  );
}
