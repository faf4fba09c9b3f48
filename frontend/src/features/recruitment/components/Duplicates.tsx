import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Panel, PlaceLink } from "@/ui";
import type { Application } from "../api/applications";

/** People on record who are probably the same person, each with why. */
export function Duplicates({ duplicates }: { duplicates: Application["duplicates"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("疑似同一人")}>
      <div className="stack-tight">
        {duplicates.map(({ id, kind, name, why, state, link }) => {
          const place = link || (kind === "expert" ? `/experts/${id}` : `/applications/${id}`);
          const what = kind === "expert" ? t("在库专家") : t("另一份申报");
          const line = (
            <span>
              <PlaceLink to={place}>{name}</PlaceLink>（{[what, state].filter(Boolean).join("，")}）：{why}
            </span>
          );
          return <Alert key={id} type="warning" showIcon title={line} />;
        })}
      </div>
    </Panel>
  );
}
