import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTag, Load, Nothing, Panel } from "@/ui";
import { type ListStage, useListStages } from "../api/resolutions";
import { ResolutionForm } from "./ResolutionForm";

function Stage({ stage }: { stage: ListStage }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t("{{stage}}：{{n}} 人等待", { stage: stage.name, n: stage.waiting.length })}
      extra={
        <span className="row">
          <ClauseTag id={stage.clause} cite={stage.cite} />
          {stage.waiting.length > 0 && !open ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t("记录决定")}
            </Button>
          ) : null}
        </span>
      }
    >
      {stage.waiting.length === 0 ? <Nothing text={t("现在没有人等待这一环节。")} /> : null}
      {open ? <ResolutionForm stage={stage} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

/** Every stage that is decided over a list. */
export function ListStages() {
  const { t } = useTranslation();
  const query = useListStages();
  return (
    <Load query={query}>
      {(stages) =>
        stages.length === 0 ? (
          <Panel>
            <Nothing text={t("本机构适用的规定没有需要集体研究的环节。")} />
          </Panel>
        ) : (
          stages.map((stage) => <Stage key={stage.key} stage={stage} />)
        )
      }
    </Load>
  );
}
