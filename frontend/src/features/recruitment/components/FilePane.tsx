import { DownloadOutlined, FileOutlined } from "@ant-design/icons";
import { Button, Menu } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bytes } from "@/i18n/format";
import { Nothing } from "@/ui";
import type { CaseFile } from "../api/applications";
import { FilePreview } from "./FilePreview";

/** The proof files, to be read beside the findings. */
export function FilePane({ files }: { files: CaseFile[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(files[0]?.id);
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  if (!file) return <Nothing text={t("申报人上传证明材料后，会出现在这里。")} />;
  return (
    <div className="stack">
      <Menu
        selectedKeys={[file.id]}
        onClick={({ key }) => setChosen(key)}
        items={files.map(({ id, name, kind_label }) => ({
          key: id,
          icon: <FileOutlined />,
          label: `${kind_label}：${name}`,
        }))}
      />
      <div className="row-between">
        <span className="quiet">
          {file.name} · {bytes(file.size)}
        </span>
        <Button href={file.url} icon={<DownloadOutlined />} download={file.name}>
          {t("下载")}
        </Button>
      </div>
      <FilePreview key={file.id} file={file} />
    </div>
  );
}
