import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ApiError } from "@/api/errors";
import { count } from "@/i18n/format";
import { ClauseTag, ErrorSummary, Figure, Nothing, Panel, ToneTag } from "@/ui";
import type { DrawRequest, Preview, RequestInput } from "../api/requests";
import { ChanceList } from "./ChanceList";
import { QuotaTable } from "./QuotaTable";
import { usePreview, useStoredPreview } from "./usePreview";

function Exclusions({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  if (preview.exclusions.length === 0) return <Nothing text={t("没有人被排除。")} />;
  return (
    <ul className="plain-list stack-tight">
      {preview.exclusions.map(({ code, reason, count: n, clause, cite }) => (
        <li key={code + reason} className="row-between">
          <span className="row">
            {reason} <ClauseTag id={clause} cite={cite} />
          </span>
          <strong>{t("{{n}} 人", { n })}</strong>
        </li>
      ))}
    </ul>
  );
}

function Warnings({
  preview,
  onApply,
}: {
  preview: Preview;
  onApply?: (patch: Partial<RequestInput>) => void;
}) {
  const { t } = useTranslation();
  if (preview.feasible && !preview.thin && preview.warnings.length === 0) return null;
  return (
    <div className="stack-tight" role="status">
      {preview.warnings.map(({ code, message, clause, cite }) => (
        <Alert
          key={code + message}
          type={preview.feasible ? "warning" : "error"}
          showIcon
          title={message}
          description={cite ? <ClauseTag id={clause} cite={cite} /> : undefined}
        />
      ))}
      {preview.ways_out.length > 0 ? (
        <div className="stack-tight">
          <strong>{t("可行的办法")}</strong>
          {preview.ways_out.map(({ code, label, gain, clause, cite, patch }) => (
            <div key={code + label} className="row-between">
              <span className="row">
                {label}
                {gain > 0 ? <ToneTag tone="good" text={t("可增加 {{n}} 人", { n: gain })} /> : null}
                <ClauseTag id={clause} cite={cite} />
              </span>
              {patch && onApply ? (
                <Button onClick={() => onApply(patch as Partial<RequestInput>)}>{t("采用")}</Button>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

interface Props {
  preview: Preview | undefined;
  error: ApiError | null;
  busy: boolean;
  /** How many are needed, alternates included. */
  needed: number;
  /** Takes a way out; without it they are only named. */
  onApply?: (patch: Partial<RequestInput>) => void;
}

/** How many are eligible, who is excluded and why, the quotas, and each one's chance. */
function PreviewPanel({ preview, error, busy, needed, onApply }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="stack sticky-side" aria-label={t("抽取前的测算")} aria-busy={busy}>
      <ErrorSummary error={error} />
      {preview ? (
        <>
          <div className="figures">
            <Figure
              label={t("符合条件")}
              value={count(preview.eligible)}
              note={t("库内共 {{n}} 人", { n: preview.total })}
            />
            <Figure label={t("需要")} value={count(needed)} note={t("正选加候补")} />
          </div>
          <Warnings preview={preview} onApply={onApply} />
          <Panel title={t("不参加抽取的原因")}>
            <Exclusions preview={preview} />
          </Panel>
          {preview.quotas.length > 0 ? (
            <Panel title={t("名额构成要求")}>
              <QuotaTable quotas={preview.quotas} />
            </Panel>
          ) : null}
          {preview.chances.length > 0 ? (
            <Panel title={t("每人被抽中的机会")}>
              <ChanceList chances={preview.chances} />
            </Panel>
          ) : null}
        </>
      ) : null}
    </aside>
  );
}

interface DraftProps {
  asked: RequestInput;
  onApply: (patch: Partial<RequestInput>) => void;
}

/** Live, while the request is being written. */
export function DraftPreview({ asked, onApply }: DraftProps) {
  const { data, error, isFetching } = usePreview(asked);
  const needed = asked.size + asked.alternates;
  return <PreviewPanel preview={data} error={error} busy={isFetching} needed={needed} onApply={onApply} />;
}

/** Of a stored request, for those who approve and confirm it. */
export function StoredPreview({ request }: { request: DrawRequest }) {
  const { data, error, isFetching } = useStoredPreview(request.id);
  return (
    <PreviewPanel preview={data} error={error} busy={isFetching} needed={request.size + request.alternates} />
  );
}
