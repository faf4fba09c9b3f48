import { Form, Input, Modal } from "antd";
import { type Key, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useList } from "@/api/hooks";
import { ErrorSummary, Grid, Nothing, useAct } from "@/ui";
import { NOTICES } from "../api/notices";

interface Candidate {
  id: string;
  number: string;
  applicant: string;
  employer: string;
  group_label: string;
}

/** Draft a notice over applications that wait for one; all of them are chosen to begin with. */
export function NoticeEditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [form] = Form.useForm<{ title: string }>();
  const waiting = useList<Candidate>(`${NOTICES}/candidates`, { page_size: 200 });
  const [chosen, setChosen] = useState<Key[]>([]);
  const rows = waiting.page.results;
  useEffect(() => setChosen(rows.map(({ id }) => id)), [rows]);
  const save = useAct<{ title: string }, { id: string }>({
    path: NOTICES,
    body: ({ title }) => ({ title, applications: chosen }),
    refresh: [NOTICES],
    done: "已拟好，请预览后发布",
    after: ({ id }) => go(`/notices/${id}`),
  });
  return (
    <Modal
      open
      width={820}
      title={t("拟公示")}
      okText={t("拟好并预览")}
      okButtonProps={{ disabled: chosen.length === 0 }}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void save.run(values).catch(() => {})}>
        <ErrorSummary error={save.error ?? waiting.error} fieldId={(field) => field} />
        <Form.Item name="title" label={t("标题")} rules={[{ required: true, message: t("请填写标题") }]}>
          <Input maxLength={120} />
        </Form.Item>
      </Form>
      <Grid<Candidate>
        aria-label={t("等待公示的申报")}
        size="small"
        rowKey="id"
        loading={waiting.isPending}
        dataSource={rows}
        rowSelection={{ selectedRowKeys: chosen, onChange: setChosen }}
        locale={{ emptyText: <Nothing text={t("没有等待公示的申报。审核通过后会出现在这里。")} /> }}
        pagination={false}
        scroll={{ y: 320, x: "max-content" }}
        columns={[
          { title: t("申报号"), dataIndex: "number" },
          { title: t("申报人"), dataIndex: "applicant" },
          { title: t("所在单位"), dataIndex: "employer" },
          { title: t("专业组"), dataIndex: "group_label" },
        ]}
      />
    </Modal>
  );
}
