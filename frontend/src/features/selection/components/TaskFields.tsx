import { DatePicker, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/ui";
import type { Options } from "../api/requests";

function When({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: t("请选择时间") }]}>
      <DatePicker
        showTime={{ format: "HH:mm", minuteStep: 5 }}
        format="YYYY-MM-DD HH:mm"
        style={{ width: "100%" }}
      />
    </Form.Item>
  );
}

/** What the draw is for, and when its steps happen. */
export function TaskFields({ options }: { options: Options }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t("事项名称")}
        rules={[{ required: true, message: t("请填写事项名称") }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      {options.task_types.length > 0 ? (
        <Form.Item name="task_type" label={t("任务类型")}>
          <Select
            allowClear
            options={options.task_types.map(({ key, label, clause, cite }) => ({
              value: key,
              label: (
                <span className="row">
                  {label} <ClauseTag id={clause} cite={cite} link={false} />
                </span>
              ),
            }))}
          />
        </Form.Item>
      ) : null}
      {options.committees.length > 0 ? (
        <Form.Item
          name="committee"
          label={t("评委会")}
          extra={t("选定后，连续次数、上年调整和外单位比例按规定自动计入。")}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={options.committees.map(({ id, name, self_evaluating }) => ({
              value: id,
              label: self_evaluating ? `${name}（${t("自主评聘")}）` : name,
            }))}
          />
        </Form.Item>
      ) : null}
      <div className="columns-fields">
        <When name="meets_at" label={t("开会时间")} />
        <When name="opens_at" label={t("名单启封时间")} extra={t("此前任何人都看不到名单")} />
        <When name="answer_by" label={t("答复截止")} extra={t("逾期未答复的，由候补依次递补")} />
        <Form.Item name="place" label={t("地点")}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item
        name="purpose"
        label={t("用途（会公开）")}
        extra={t("写在公开的抽取记录里，不要写人名和参评对象")}
        rules={[{ required: true, message: t("请填写用途") }]}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </>
  );
}
