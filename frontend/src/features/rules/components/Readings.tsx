import { useTranslation } from "react-i18next";
import { Nothing } from "@/ui";
import type { ClauseAnswer } from "../api/rules";
import { Answer } from "./Answer";

/** Where the text is silent or can be read two ways: the reading that the platform takes, and why. */
export function Readings({ readings }: { readings: ClauseAnswer[] }) {
  const { t } = useTranslation();
  if (readings.length === 0) return <Nothing text={t("这部规定没有需要另作理解的条文。")} />;
  return (
    <div className="stack">
      {readings.map((reading) => (
        <Answer key={reading.key} answer={reading} />
      ))}
    </div>
  );
}
