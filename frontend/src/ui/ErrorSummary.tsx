import { Alert } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError, ErrorDetail } from "@/api/errors";
import { ClauseTag } from "./ClauseTag";

interface Props {
  error: ApiError | null | undefined;
  /** The id of a field's input, so that its fault links to it. */
  fieldId?: (field: string) => string;
  link?: boolean;
}

function DetailLine({ detail, fieldId }: { detail: ErrorDetail; fieldId?: (field: string) => string }) {
  const { t } = useTranslation();
  const row = detail.row ? `${t("第 {{row}} 行", { row: detail.row })}：` : "";
  const text = row + detail.message;
  if (!detail.field || !fieldId) return <li>{text}</li>;
  const id = fieldId(detail.field);
  const go = (event: React.MouseEvent) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <li>
      <a href={`#${id}`} onClick={go}>
        {text}
      </a>
    </li>
  );
}

/** What was refused, why, under which clause and what helps; takes the focus when it appears. */
export function ErrorSummary({ error, fieldId, link = true }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Alert
        type="error"
        showIcon
        title={t(error.message)}
        description={
          <div className="stack-tight">
            {error.detail.length > 0 ? (
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {error.detail.map((detail) => (
                  <DetailLine
                    key={`${detail.row}-${detail.field}-${detail.message}`}
                    detail={detail}
                    fieldId={fieldId}
                  />
                ))}
              </ul>
            ) : null}
            {error.clauses.length > 0 ? (
              <div className="row">
                {error.clauses.map((clause) => (
                  <ClauseTag
                    key={clause.id}
                    id={clause.id}
                    cite={clause.cite}
                    summary={clause.regulation}
                    link={link}
                  />
                ))}
              </div>
            ) : null}
            {error.help ? <div>{t(error.help)}</div> : null}
          </div>
        }
      />
    </div>
  );
}
