import { InfoCircleOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useTranslation } from "react-i18next";
import { day } from "@/i18n/format";
import { ToneTag } from "./StatusTag";

interface Props {
  /** The last day that counts. */
  until: string | null;
  /** Working days left, today not counted; the server counts them, holidays included. */
  left?: number | null;
  /** Why it ends that day. */
  explanation?: string | readonly string[];
  /** The schedule of that year is not published yet, so the day may move. */
  provisional?: boolean;
  over?: boolean;
}

/** How many working days remain and until when, with the reason why it is that day. */
export function Countdown({ until, left, explanation, provisional, over }: Props) {
  const { t } = useTranslation();
  if (!until) return <span className="quiet">{t("无期限")}</span>;
  const lines = typeof explanation === "string" ? [explanation] : (explanation ?? []);
  return (
    <span className="row" style={{ gap: 6 }}>
      {over ? (
        <ToneTag tone="plain" text={t("已届满")} />
      ) : left !== null && left !== undefined ? (
        <ToneTag tone="wait" text={t("还剩 {{n}} 个工作日", { n: left })} />
      ) : null}
      <span className="nowrap">{t("至 {{day}}", { day: day(until) })}</span>
      {provisional ? <ToneTag tone="warn" text={t("暂定")} /> : null}
      {lines.length > 0 || provisional ? (
        <Popover
          content={<Why lines={lines} provisional={provisional} />}
          trigger={["hover", "focus", "click"]}
        >
          <button type="button" className="icon-button" aria-label={t("为什么是这一天")}>
            <InfoCircleOutlined />
          </button>
        </Popover>
      ) : null}
    </span>
  );
}

function Why({ lines, provisional }: { lines: readonly string[]; provisional?: boolean }) {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: 380 }}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {provisional ? (
        <div>{t("该年度放假安排尚未公布，公布后会重新计算；此前不作不可撤回的处理。")}</div>
      ) : null}
    </div>
  );
}
