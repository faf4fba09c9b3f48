import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from "@ant-design/icons";
import { Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What a state means for the person looking at it; each has its own sign, so colour is never the only one. */
export type Tone = "good" | "bad" | "warn" | "wait" | "plain";

const SIGNS: Record<Tone, { colour: string | undefined; icon: ReactNode }> = {
  good: { colour: "success", icon: <CheckCircleOutlined /> },
  bad: { colour: "error", icon: <CloseCircleOutlined /> },
  warn: { colour: "warning", icon: <ExclamationCircleOutlined /> },
  wait: { colour: "processing", icon: <ClockCircleOutlined /> },
  plain: { colour: undefined, icon: <MinusCircleOutlined /> },
};

export type StatusTable = Record<string, [label: string, tone: Tone]>;

interface Props {
  /** The state's code, looked up in `table`. */
  of: string | null | undefined;
  table: StatusTable;
  /** What the server calls it, when it knows better. */
  label?: string;
}

/** A state as sign, word and colour. */
export function StatusTag({ of, table, label }: Props) {
  const { t, i18n } = useTranslation();
  if (!of) return <span className="quiet">—</span>;
  const [known, tone] = table[of] ?? [of, "plain" as Tone];
  // The server names states in Chinese; in English the table's own word is the better one.
  const ours = i18n.language === "en" && of in table;
  return <ToneTag tone={tone} text={label && !ours ? label : t(known)} />;
}

/** A word with the sign and colour of its tone. */
export function ToneTag({ tone, text }: { tone: Tone; text: string }) {
  const { colour, icon } = SIGNS[tone];
  return (
    <Tag color={colour} icon={icon}>
      {text}
    </Tag>
  );
}
