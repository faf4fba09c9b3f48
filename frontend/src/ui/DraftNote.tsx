import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import type { Draft } from "./useDraft";

/** Says whether what was typed is saved, and when. */
export function DraftNote<T>({ draft, savedAt }: { draft: Draft<T>; savedAt?: string | null }) {
  const { t } = useTranslation();
  const at = draft.at?.toISOString() ?? savedAt;
  const words = {
    clean: at ? t("已保存于 {{at}}", { at: moment(at) }) : t("填写内容会自动保存"),
    waiting: t("正在保存…"),
    saving: t("正在保存…"),
    saved: t("已保存于 {{at}}", { at: moment(at) }),
    failed: t("还没有保存上：{{why}} 内容留在本页，会再试。", { why: draft.error?.message ?? "" }),
  };
  return (
    <span className="quiet" aria-live="polite">
      {words[draft.state]}
    </span>
  );
}
