import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { type Fact, Facts, Masked, Nothing } from "@/ui";
import { APPLICATIONS, type Application } from "../api/applications";
import { shown } from "../values";

/** The application form as it was filled in, section by section, with what is private masked. */
export function CaseForm({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const reveal = can("experts.expert.reveal") || application.actions.includes("reveal");
  const path = reveal ? `${APPLICATIONS}/${application.id}/reveal` : null;
  if (application.form.length === 0) return <Nothing text={t("申报人填写后，申报表会出现在这里。")} />;
  return (
    <div className="stack">
      {application.form.map(({ section, title, fields }) => (
        <section key={section} aria-label={title}>
          <h3>{title}</h3>
          <Facts
            items={fields.map(({ key, label, value, masked }): Fact => {
              if (!masked) return [label, shown(value, t)];
              return [
                label,
                <Masked key={key} value={shown(value, t)} label={label} field={key} reveal={path} />,
              ];
            })}
          />
        </section>
      ))}
    </div>
  );
}
