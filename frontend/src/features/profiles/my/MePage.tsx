import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Load, Page, Panel } from "@/ui";
import { TaskList } from "@/ui/form";
import { useProfile } from "../api/profile";

const MORE = [
  { to: "/me/unavailable", label: "不便时段", note: "登记后这些日子不会抽到您" },
  { to: "/me/sharing", label: "共享与授权", note: "同意过什么、给谁、何时到期，随时可撤回" },
  { to: "/me/looks", label: "谁看过我的信息", note: "查看人、时间、理由" },
];

/** The person's own page: the profile in sections, and what concerns their data. */
export default function MePage() {
  const { t } = useTranslation();
  const query = useProfile();
  return (
    <Page title={t("我的")} sub={t("个人档案只有您自己能看到；向某个机构申报时，经您同意才复制给它。")}>
      <div className="stack">
        <Panel title={t("个人档案")}>
          <Load query={query}>
            {(profile) => (
              <TaskList
                tasks={profile.sections.map(({ key, title, state, saved_at }) => ({
                  key,
                  title,
                  state,
                  saved_at,
                  to: `/me/profile/${key}`,
                }))}
              />
            )}
          </Load>
        </Panel>
        <div className="columns-even">
          {MORE.map(({ to, label, note }) => (
            <Link key={to} className="card-link" to={to}>
              <strong>{t(label)}</strong>
              <div className="quiet">{t(note)}</div>
            </Link>
          ))}
        </div>
      </div>
    </Page>
  );
}
