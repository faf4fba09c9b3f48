import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { ClauseTag, ErrorSummary, type Fact, Facts, FindingList, Load, Page, Panel, useAct } from "@/ui";
import { lacking } from "@/ui/form";
import { at, type MyApplication, useMyApplication } from "../api/mine";
import { spoken } from "../values";

function Missing({ application, base }: { application: MyApplication; base: string }) {
  const { t } = useTranslation();
  const fields = application.sections.flatMap((section) =>
    lacking(section.fields, application.values[section.key] ?? {}).map((field) => ({ section, field })),
  );
  const files = application.file_kinds.filter(
    ({ key, required }) => required && !application.files.some((file) => file.kind === key),
  );
  if (fields.length + files.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("还有 {{n}} 项没有填", { n: fields.length + files.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {fields.map(({ section, field }) => (
            <li key={`${section.key}-${field.key}`}>
              <Link to={`${base}/${section.key}`}>
                {section.title}：{field.label}
              </Link>
            </li>
          ))}
          {files.map(({ key, label }) => (
            <li key={key}>
              <Link to={`${base}/files`}>{t("证明材料：{{label}}", { label })}</Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Answers({ application, base }: { application: MyApplication; base: string }) {
  const { t } = useTranslation();
  return (
    <>
      {application.sections.map((section) => (
        <Panel
          key={section.key}
          title={section.title}
          extra={<Link to={`${base}/${section.key}`}>{t("修改")}</Link>}
        >
          <Facts
            items={section.fields.map(
              (field): Fact => [field.label, spoken(field, application.values[section.key]?.[field.key], t)],
            )}
          />
        </Panel>
      ))}
      {application.file_kinds.length > 0 ? (
        <Panel title={t("证明材料")} extra={<Link to={`${base}/files`}>{t("修改")}</Link>}>
          <Facts
            items={application.file_kinds.map(({ key, label }): Fact => {
              const names = application.files.filter((file) => file.kind === key).map((file) => file.name);
              return [label, names.join("、")];
            })}
          />
        </Panel>
      ) : null}
    </>
  );
}

function Submit({ application, slug }: { application: MyApplication; slug: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [made, setMade] = useState<string[]>([]);
  const submit = useAct<void, { number: string }>({
    path: `${at(slug)}/applications/${application.id}/submit`,
    body: () => ({ pledges: Object.fromEntries(made.map((key) => [key, true])) }),
    refresh: [at(slug), "/api/profiles/gathered"],
    after: () => go(`/agencies/${slug}/applications/${application.id}?receipt=1`),
  });
  const all = application.pledges.every(({ key }) => made.includes(key));
  return (
    <Panel title={t("承诺和提交")}>
      <div className="stack">
        <Checkbox.Group value={made} onChange={setMade} className="stack-tight">
          {application.pledges.map(({ key, text, clause, cite }) => (
            <Checkbox key={key} value={key}>
              {text} <ClauseTag id={clause} cite={cite} link={false} />
            </Checkbox>
          ))}
        </Checkbox.Group>
        <ErrorSummary error={submit.error} link={false} />
        <div>
          <Button
            type="primary"
            size="large"
            disabled={!all}
            loading={submit.busy}
            onClick={() => void submit.run().catch(() => {})}
          >
            {t("提交申报")}
          </Button>
          {all ? null : <p className="quiet">{t("逐条确认承诺后可以提交。")}</p>}
        </div>
      </div>
    </Panel>
  );
}

/** Check everything once more, promise what must be promised, submit. */
export default function ApplyCheckPage() {
  const { t } = useTranslation();
  const { slug = "", id = "" } = useParams();
  const query = useMyApplication(slug, id);
  const base = `/agencies/${slug}/apply/${id}`;
  return (
    <Page title={t("核对申报内容")} sub={query.data?.agency.name}>
      <Load query={query}>
        {(application) => (
          <div className="stack">
            <Missing application={application} base={base} />
            <Answers application={application} base={base} />
            {application.check ? (
              <Panel title={t("按规定条件预先比对")}>
                <FindingList findings={application.check.findings} link={false} />
              </Panel>
            ) : null}
            <Submit application={application} slug={slug} />
          </div>
        )}
      </Load>
    </Page>
  );
}
