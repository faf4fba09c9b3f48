import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { bytes } from "@/i18n/format";
import { ClauseTag, ErrorSummary, FileUpload, Load, Page, Panel, ToneTag, useAct } from "@/ui";
import { at, type FileKind, type MyApplication, useMyApplication } from "../api/mine";

interface Props {
  slug: string;
  application: MyApplication;
  kind: FileKind;
  onChanged: () => void;
}

function Kind({ slug, application, kind, onChanged }: Props) {
  const { t } = useTranslation();
  const path = `${at(slug)}/applications/${application.id}/files`;
  const files = application.files.filter((file) => file.kind === kind.key);
  const remove = useAct<string>({
    method: "DELETE",
    path: (id) => `${path}/${id}`,
    body: () => undefined,
    after: onChanged,
  });
  const missing = kind.required && files.length === 0;
  return (
    <li className="list-row stack-tight">
      <div className="row">
        <strong>{kind.label}</strong>
        {kind.required ? null : <span className="quiet">{t("（选填）")}</span>}
        {missing ? <ToneTag tone="warn" text={t("还没有上传")} /> : null}
        <ClauseTag id={kind.clause} cite={kind.cite} link={false} />
      </div>
      <ErrorSummary error={remove.error} link={false} />
      {files.map((file) => (
        <div key={file.id} className="row-between">
          <a href={file.url}>{file.name}</a>
          <span className="row">
            <span className="quiet">{bytes(file.size)}</span>
            <Button
              onClick={() => void remove.run(file.id).catch(() => {})}
              aria-label={t("删除{{name}}", { name: file.name })}
            >
              {t("删除")}
            </Button>
          </span>
        </div>
      ))}
      <FileUpload
        path={path}
        fields={{ kind: kind.key }}
        accept=".pdf,.jpg,.jpeg,.png"
        label={t("上传文件")}
        hint={t("PDF 或照片，每个不超过 10 MB")}
        onUploaded={onChanged}
      />
    </li>
  );
}

/** The proof files, each kind with the article that asks for it. */
export default function ApplyFilesPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { slug = "", id = "" } = useParams();
  const query = useMyApplication(slug, id);
  return (
    <Page title={t("证明材料")} sub={query.data?.agency.name}>
      <Load query={query}>
        {(application) => (
          <Panel>
            <ul className="plain-list stack">
              {application.file_kinds.map((kind) => (
                <Kind
                  key={kind.key}
                  slug={slug}
                  application={application}
                  kind={kind}
                  onChanged={() => void query.refetch()}
                />
              ))}
            </ul>
            <div className="row" style={{ marginTop: 16 }}>
              <Button onClick={() => go(`/agencies/${slug}/apply/${id}`)}>{t("回到清单")}</Button>
              <Button type="primary" onClick={() => go(`/agencies/${slug}/apply/${id}/check`)}>
                {t("核对并提交")}
              </Button>
            </div>
          </Panel>
        )}
      </Load>
    </Page>
  );
}
