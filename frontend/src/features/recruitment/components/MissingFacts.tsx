import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton, Panel, useAct } from "@/ui";
import { APPLICATIONS, type Application } from "../api/applications";
import { JudgementField, type Stated } from "./JudgementField";

/** Facts that nobody stated and that keep findings open: the agency may add what it knows, with a reason. */
export function MissingFacts({ application }: { application: Application }) {
  const { t } = useTranslation();
  const [stated, setStated] = useState<Record<string, Stated>>({});
  const add = useAct<string>({
    path: `${APPLICATIONS}/${application.id}/facts`,
    body: (reason) => ({
      facts: Object.fromEntries(Object.entries(stated).map(([key, one]) => [key, one.value])),
      reason,
    }),
    refresh: [APPLICATIONS],
    done: "已补充，重新比对",
  });
  if (!application.actions.includes("facts") || application.missing_facts.length === 0) return null;
  return (
    <Panel title={t("补充事实")}>
      <Form layout="vertical" component="div">
        {application.missing_facts.map((fact) => (
          <JudgementField
            key={fact.fact}
            judgement={{ ...fact, reason_needed: false }}
            stated={stated[fact.fact] ?? {}}
            onChange={(next) => setStated((old) => ({ ...old, [fact.fact]: next }))}
          />
        ))}
        <ActButton
          action={t("补充并重新比对")}
          disabled={Object.keys(stated).length === 0}
          note={t("补充的事实和依据会记入办理记录，申报人可见。")}
          onReason={add.run}
        />
      </Form>
    </Panel>
  );
}
