import { Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/ui";
import type { Waiver } from "../api/applications";

/** Chosen waivers: key and, where the clause names groups of people, which of them. */
export type Chosen = Record<string, string>;

interface Props {
  waivers: Waiver[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** The waivers that the regulation allows here, none chosen beforehand. */
export function WaiverFields({ waivers, chosen, onChange }: Props) {
  const { t } = useTranslation();
  if (waivers.length === 0) return null;
  const toggle = (key: string, on: boolean) => {
    const { [key]: _gone, ...others } = chosen;
    onChange(on ? { ...others, [key]: "" } : others);
  };
  return (
    <Form.Item label={t("按规定放宽")}>
      <div className="stack-tight">
        {waivers.map((waiver) => (
          <div key={waiver.key} className="stack-tight">
            <Checkbox
              checked={waiver.key in chosen}
              onChange={(event) => toggle(waiver.key, event.target.checked)}
            >
              {waiver.label} <ClauseTag id={waiver.clause} cite={waiver.cite} link={false} />
            </Checkbox>
            {waiver.key in chosen && waiver.categories.length > 0 ? (
              <Select
                aria-label={t("属于哪类人员")}
                placeholder={t("属于哪类人员")}
                value={chosen[waiver.key] || undefined}
                onChange={(value) => onChange({ ...chosen, [waiver.key]: value })}
                options={waiver.categories}
              />
            ) : null}
          </div>
        ))}
      </div>
    </Form.Item>
  );
}
