import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/ui";
import type { Judgement } from "../api/applications";

/** What the reviewer stated: the value, and why where that is asked. */
export interface Stated {
  value?: unknown;
  reason?: string;
}

interface Props {
  judgement: Judgement;
  stated: Stated;
  onChange: (stated: Stated) => void;
}

function Answer({ judgement, stated, onChange }: Props) {
  const { t } = useTranslation();
  const { value } = stated;
  const state = (next: unknown) => onChange({ ...stated, value: next });
  if (judgement.type === "bool") {
    return (
      <Radio.Group value={value} onChange={(event) => state(event.target.value)} aria-label={judgement.label}>
        <Radio value={true}>{t("是")}</Radio>
        <Radio value={false}>{t("否")}</Radio>
      </Radio.Group>
    );
  }
  if (judgement.type === "choice") {
    return (
      <Select value={value} onChange={state} options={judgement.choices ?? []} aria-label={judgement.label} />
    );
  }
  const text = typeof value === "string" ? value : "";
  return <Input value={text} onChange={(event) => state(event.target.value)} aria-label={judgement.label} />;
}

/** One thing the rules leave to a person, with its article; nothing is chosen beforehand. */
export function JudgementField(props: Props) {
  const { t } = useTranslation();
  const { judgement, stated, onChange } = props;
  return (
    <Form.Item
      required
      label={
        <span className="row">
          {judgement.label} <ClauseTag id={judgement.clause} cite={judgement.cite} />
        </span>
      }
    >
      <div className="stack-tight">
        <Answer {...props} />
        {judgement.reason_needed ? (
          <Input
            value={stated.reason ?? ""}
            maxLength={300}
            placeholder={t("判断的依据")}
            aria-label={t("{{what}}：判断的依据", { what: judgement.label })}
            onChange={(event) => onChange({ ...stated, reason: event.target.value })}
          />
        ) : null}
      </div>
    </Form.Item>
  );
}
