import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { send } from "@/api/client";
import { DraftNote, ErrorSummary, Load, Nothing, Page, Panel, useDraft } from "@/ui";
import { SectionForm, type Values } from "@/ui/form";
import { type ApplySection, at, type MyApplication, useMyApplication } from "../api/mine";

interface Saved {
  version: number;
  /** What is not right yet; it is kept all the same. */
  faults: { field: string; message: string }[];
}

function useSectionDraft(slug: string, application: MyApplication, key: string) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const cache = useQueryClient();
  const version = useRef(application.version);
  const path = `${at(slug)}/applications/${application.id}`;
  const draft = useDraft<Values>({
    key: `apply-${application.id}-${key}`,
    save: async (values) => {
      const saved = await send<Saved>("PATCH", path, { section: key, values, version: version.current });
      version.current = saved.version;
      setFaults(
        Object.fromEntries(saved.faults.map((one) => [one.field.split(".").at(-1) ?? "", one.message])),
      );
      await cache.invalidateQueries({ queryKey: [path], refetchType: "none" });
    },
  });
  return { draft, faults };
}

interface Props {
  slug: string;
  application: MyApplication;
  section: ApplySection;
}

function Editor({ slug, application, section }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { draft, faults } = useSectionDraft(slug, application, section.key);
  const base = `/agencies/${slug}/apply/${application.id}`;
  const place = application.sections.indexOf(section);
  const following = application.sections[place + 1];
  const leave = async (to: string) => {
    if (await draft.flush()) go(to);
  };
  return (
    <div className="stack">
      <ErrorSummary error={draft.error} fieldId={(field) => `${section.key}_${field}`} link={false} />
      <Panel>
        <SectionForm
          name={section.key}
          fields={section.fields}
          values={draft.kept ?? application.values[section.key] ?? {}}
          onChange={draft.change}
          faults={faults}
        />
        <div className="row-between">
          <DraftNote draft={draft} savedAt={section.saved_at} />
          <span className="row">
            <Button onClick={() => void leave(base)}>{t("回到清单")}</Button>
            <Button
              type="primary"
              onClick={() => void leave(following ? `${base}/${following.key}` : `${base}/files`)}
            >
              {t("下一节")}
            </Button>
          </span>
        </div>
      </Panel>
    </div>
  );
}

/** One section of an application; it saves itself. */
export default function ApplySectionPage() {
  const { t } = useTranslation();
  const { slug = "", id = "", section: key = "" } = useParams();
  const query = useMyApplication(slug, id);
  const section = query.data?.sections.find((one) => one.key === key);
  return (
    <Page title={section?.title ?? t("申报")} sub={query.data?.agency.name}>
      <Load query={query}>
        {(application) =>
          section ? (
            <Editor key={key} slug={slug} application={application} section={section} />
          ) : (
            <Nothing text={t("没有这一节。")} />
          )
        }
      </Load>
    </Page>
  );
}
