import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ErrorSummary, Panel, useAct } from "@/ui";
import type { Options, RequestInput } from "../api/requests";
import { REQUESTS } from "../api/requests";
import { type FormValues, outputOf } from "../form";
import { MoreFields } from "./MoreFields";
import { DraftPreview } from "./PreviewPanel";
import { QuotaFields } from "./QuotaFields";
import { RecusalFields } from "./RecusalFields";
import { TaskFields } from "./TaskFields";
import { WhoFields } from "./WhoFields";

interface Props {
  id: string | null;
  options: Options;
  initial: FormValues;
  /** Of the stored request, so that two tabs do not overwrite each other. */
  version?: number;
}

function useSave(id: string | null, version: number | undefined) {
  const go = useNavigate();
  return useAct<FormValues, { id: string }>({
    method: id ? "PATCH" : "POST",
    path: id ? `${REQUESTS}/${id}` : REQUESTS,
    body: (values) => ({ ...outputOf(values), version }),
    refresh: [REQUESTS],
    done: "已保存",
    after: (answer) => go(`/draws/${answer.id}`),
  });
}

/** The draw set-up: what is asked for, beside what it leads to. */
export function RequestEditor({ id, options, initial, version }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FormValues>();
  const [asked, setAsked] = useState<RequestInput>(() => outputOf(initial));
  const save = useSave(id, version);
  const look = () => setAsked(outputOf({ ...initial, ...form.getFieldsValue(true) }));
  const apply = (patch: Partial<RequestInput>) => {
    form.setFieldsValue(patch as Partial<FormValues>);
    look();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={look}
      onFinish={(values) =>
        void save
          .run({ ...initial, ...values, recusals: { ...initial.recusals, ...values.recusals } })
          .catch(() => {})
      }
    >
      <ErrorSummary error={save.error} fieldId={(field) => field.replaceAll(".", "_")} />
      <div className="columns">
        <div className="stack">
          <Panel title={t("为什么事抽取")}>
            <TaskFields options={options} />
          </Panel>
          <Panel title={t("抽什么人")}>
            <WhoFields options={options} />
          </Panel>
          <Panel title={t("名额构成")}>
            <QuotaFields options={options} />
          </Panel>
          <Panel title={t("回避")}>
            <RecusalFields />
          </Panel>
          <Panel>
            <MoreFields />
          </Panel>
          <div className="row">
            {/* No submit button: Enter in a date must not save a half-written request. */}
            <Button type="primary" onClick={() => form.submit()} loading={save.busy} size="large">
              {t("保存抽取需求")}
            </Button>
            <span className="quiet">{t("保存后再提交审批，抽取前都可以修改。")}</span>
          </div>
        </div>
        <DraftPreview asked={asked} onApply={apply} />
      </div>
    </Form>
  );
}
