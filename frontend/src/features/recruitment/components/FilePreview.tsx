import { Button, Spin } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Nothing } from "@/ui";
import type { CaseFile } from "../api/applications";

/** The file as an address inside this page, once it has been fetched; the look is on record with the fetching. */
function useBlob(file: CaseFile): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let made = "";
    setAddress(null);
    fetch(file.url, { credentials: "same-origin", signal: stop.signal })
      .then((answer) => answer.blob())
      .then((blob) => {
        made = URL.createObjectURL(new Blob([blob], { type: file.content_type }));
        setAddress(made);
      })
      .catch(() => {});
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}

/** A proof file in the page: pictures and PDF are shown, anything else is only offered. */
export function FilePreview({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const address = useBlob(file);
  if (!address) return <Spin aria-label={t("正在打开")} />;
  if (file.content_type.startsWith("image/"))
    return <img src={address} alt={file.name} style={{ maxWidth: "100%" }} />;
  if (file.content_type !== "application/pdf") {
    return <Nothing text={t("这种文件不能在页面中预览，请下载查看。")} />;
  }
  return (
    <div className="stack-tight">
      <iframe src={address} title={file.name} className="file-frame" />
      <div>
        <Button href={address} target="_blank" rel="noopener">
          {t("在新窗口打开")}
        </Button>
      </div>
    </div>
  );
}
