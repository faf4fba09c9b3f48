import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { ClauseTag, Nothing, Panel } from "@/ui";
import type { Draw } from "../api/draws";

/** Who left, who came, why. */
export function Replacements({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("递补")}>
      {draw.replacements.length === 0 ? (
        <Nothing text={t("有人谢绝或逾期未答复时，由候补依次递补，经过会出现在这里。")} />
      ) : (
        <ol className="stack-tight" style={{ margin: 0, paddingInlineStart: 20 }}>
          {draw.replacements.map((one) => (
            <li key={`${one.at}-${one.out}`}>
              <div>
                {one.out} → {one.in ?? t("候补已用完")}
              </div>
              <div className="quiet">
                {moment(one.at)} · {one.reason} <ClauseTag id={one.clause} cite={one.cite} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
