import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { send } from "@/api/client";
import { DraftNote, ErrorSummary, Load, Nothing, Page, Panel, useDraft } from "@/ui";
import { SectionForm, type Values } from "@/ui/form";
import { PROFILE, type Profile, type ProfileSection, useProfile, valuesOf } from "../api/profile";

function useSectionDraft(section: ProfileSection, version: number) {
  const cache = useQueryClient();
  const held = useRef(version);
  return useDraft<Values>({
    key: `profile-${section.key}`,
    save: async (values) => {
      const body = { section: section.key, values, version: held.current };
      const saved = await send<Profile>("PATCH", PROFILE, body);
      held.current = saved.version;
      cache.setQueryData([PROFILE, {}], saved);
    },
  });
}

function Editor({ section, version }: { section: ProfileSection; version: number }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const draft = useSectionDraft(section, version);
  const faults = Object.fromEntries((draft.error?.detail ?? []).map((one) => [one.field ?? "", one.message]));
  const leave = async () => {
    if (await draft.flush()) go("/me");
  };
  return (
    <div className="stack">
      <ErrorSummary error={draft.error} fieldId={(field) => `${section.key}_${field}`} link={false} />
      <Panel>
        <SectionForm
          name={section.key}
          fields={section.fields}
          values={draft.kept ?? valuesOf(section)}
          onChange={draft.change}
          faults={faults}
        />
        <div className="row-between">
          <DraftNote draft={draft} savedAt={section.saved_at} />
          <Button type="primary" onClick={() => void leave()}>
            {t("完成这一节")}
          </Button>
        </div>
      </Panel>
    </div>
  );
}

/** One section of the own profile; it saves itself. */
export default function ProfileSectionPage() {
  const { t } = useTranslation();
  const { section: key = "" } = useParams();
  const query = useProfile();
  const section = query.data?.sections.find((one) => one.key === key);
  return (
    <Page title={section?.title ?? t("个人档案")}>
      <Load query={query}>
        {(profile) =>
          section ? (
            <Editor key={section.key} section={section} version={profile.version} />
          ) : (
            <Nothing text={t("没有这一节。")} />
          )
        }
      </Load>
    </Page>
  );
}
