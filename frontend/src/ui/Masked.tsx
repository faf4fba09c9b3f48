import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "@/api/client";
import { ConfirmWithReason } from "./ConfirmWithReason";

interface Props {
  /** The masked text, as the server gives it. */
  value: string | null | undefined;
  /** What is masked, for the dialog: 身份证件号码, 手机号码. */
  label: string;
  /** Where to ask for the plain text; without it there is no way to. */
  reveal?: string | null;
  /** The name of the field in the request and its answer. */
  field: string;
}

/** A masked value; to see it in plain a reason must be given, and the person it is about can see who looked. */
export function Masked({ value, label, reveal, field }: Props) {
  const { t } = useTranslation();
  const [plain, setPlain] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (!value || value === "—") return <span className="quiet">—</span>;
  const ask = async (reason: string) => {
    const answer = await send<Record<string, unknown>>("POST", reveal ?? "", { fields: [field], reason });
    const values = (answer.values ?? answer) as Record<string, string>;
    setPlain(values[field] ?? "");
  };
  return (
    <span className="row" style={{ gap: 4, display: "inline-flex" }}>
      <span className="mono">{plain ?? value}</span>
      {reveal && plain === null ? (
        <Button
          type="text"
          size="small"
          icon={<EyeOutlined />}
          aria-label={t("查看{{label}}全文", { label })}
          onClick={() => setAsking(true)}
        />
      ) : null}
      <ConfirmWithReason
        open={asking}
        title={t("查看{{label}}全文", { label })}
        note={t("此次查看会记入留痕，专家本人能看到查看人、时间和理由。")}
        action={t("查看")}
        onClose={() => setAsking(false)}
        onConfirm={ask}
      />
    </span>
  );
}
