import { Button, DatePicker, Form, Input } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary, FileUpload, useAct } from "@/ui";
import { type ListStage, RESOLUTIONS } from "../api/resolutions";
import { type Results, ResultTable } from "./ResultTable";

interface Values {
  title: string;
  body: string;
  held_on: Dayjs;
  text?: string;
}

interface Uploaded {
  id: string;
  name: string;
}

function Papers({
  stage,
  papers,
  add,
}: {
  stage: ListStage;
  papers: Uploaded[];
  add: (paper: Uploaded) => void;
}) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t("会议纪要等文件")}>
      <div className="stack-tight">
        {papers.map((paper) => (
          <span key={paper.id}>{paper.name}</span>
        ))}
        {(stage.documents.length > 0 ? stage.documents : [{ value: "resolution", label: t("会议纪要") }]).map(
          (kind) => (
            <FileUpload<Uploaded>
              key={kind.value}
              path="/api/workspace/documents"
              fields={{ purpose: kind.value }}
              accept=".pdf,.jpg,.jpeg,.png"
              label={t("上传{{what}}", { what: kind.label })}
              onUploaded={add}
            />
          ),
        )}
      </div>
    </Form.Item>
  );
}

/** Record a collective decision: when, which body, its papers, and one result for each person. */
export function ResolutionForm({ stage, onClose }: { stage: ListStage; onClose: () => void }) {
  const { t } = useTranslation();
  const [results, setResults] = useState<Results>({});
  const [papers, setPapers] = useState<Uploaded[]>([]);
  const record = useAct<Values>({
    path: RESOLUTIONS,
    body: ({ held_on, ...rest }) => ({
      ...rest,
      held_on: held_on.format("YYYY-MM-DD"),
      documents: papers.map(({ id }) => id),
      results: Object.entries(results).map(([application, one]) => ({ application, ...one })),
    }),
    refresh: ["/api/recruitment/", "/api/workspace/"],
    done: "已记录，名单进入下一环节",
    after: onClose,
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void record.run(values).catch(() => {})}>
      <ErrorSummary error={record.error} fieldId={(field) => field} />
      <div className="columns-fields">
        <Form.Item name="title" label={t("名称")} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="body" label={t("会议")} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="held_on" label={t("日期")} rules={needed}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <ResultTable stage={stage} results={results} onChange={setResults} />
      <Form.Item name="text" label={t("决定内容")} style={{ marginTop: 16 }}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Papers stage={stage} papers={papers} add={(paper) => setPapers((old) => [...old, paper])} />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={record.busy}
          disabled={Object.keys(results).length === 0}
        >
          {t("记录 {{n}} 人的决定", { n: Object.keys(results).length })}
        </Button>
        <Button onClick={onClose}>{t("取消")}</Button>
      </div>
    </Form>
  );
}
