import { UploadOutlined } from "@ant-design/icons";
import { Button, Progress, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "@/api/client";
import { type ApiError, asApiError } from "@/api/errors";
import { ErrorSummary } from "./ErrorSummary";

interface Props<T> {
  path: string;
  label: string;
  accept: string;
  /** Sent along with the file. */
  fields?: Record<string, string>;
  name?: string;
  hint?: string;
  /** A large drop area instead of a button. */
  area?: boolean;
  onUploaded: (answer: T) => void;
}

function formOf(file: File, name: string, fields: Record<string, string> | undefined): FormData {
  const form = new FormData();
  form.append(name, file);
  for (const [key, value] of Object.entries(fields ?? {})) form.append(key, value);
  return form;
}

/** Choose a file and send it, with progress and, when refused, the reason. */
export function FileUpload<T>({
  path,
  label,
  accept,
  fields,
  name = "file",
  hint,
  area,
  onUploaded,
}: Props<T>) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const start = async (file: File) => {
    setError(null);
    setPercent(0);
    try {
      onUploaded(await upload<T>(path, formOf(file, name, fields), setPercent));
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setPercent(null);
    }
  };
  const common = {
    accept,
    showUploadList: false,
    disabled: percent !== null,
    beforeUpload: (file: File) => {
      void start(file);
      return false;
    },
  };
  return (
    <div className="stack-tight">
      <ErrorSummary error={error} />
      {area ? (
        <Upload.Dragger {...common} style={{ padding: 12 }}>
          <p>
            <UploadOutlined style={{ fontSize: 28 }} />
          </p>
          <p>{label}</p>
          <p className="quiet">{hint}</p>
        </Upload.Dragger>
      ) : (
        <div className="row">
          <Upload {...common}>
            <Button icon={<UploadOutlined />}>{label}</Button>
          </Upload>
          {hint ? <span className="quiet">{hint}</span> : null}
        </div>
      )}
      {percent !== null ? <Progress percent={percent} aria-label={t("上传进度")} /> : null}
    </div>
  );
}
