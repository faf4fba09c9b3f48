import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";

interface Found {
  id: string;
  name: string;
  employer: string;
}

function ExpertSelect(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const found = useList<Found>("/api/selection/people", { search, page_size: 20 });
  return (
    <Select
      {...props}
      aria-label={t("专家")}
      placeholder={t("按姓名查找专家")}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      style={{ minWidth: 220 }}
      popupMatchSelectWidth={false}
      loading={found.isFetching}
      options={found.page.results.map(({ id, name, employer }) => ({
        value: id,
        label: `${name} · ${employer}`,
      }))}
    />
  );
}

interface Props {
  name: string | string[];
  /** The words on the button that adds one. */
  add: string;
  /** What the reason is called. */
  why: string;
}

/** Experts named one by one, each with a reason. */
export function ReasonedExperts({ name, add, why }: Props) {
  const { t } = useTranslation();
  return (
    <Form.List name={name}>
      {(fields, { add: addRow, remove }) => (
        <div className="stack-tight">
          {fields.map((field) => (
            <div key={field.key} className="row">
              <Form.Item
                name={[field.name, "expert"]}
                noStyle
                rules={[{ required: true, message: t("请选择专家") }]}
              >
                <ExpertSelect />
              </Form.Item>
              <Form.Item
                name={[field.name, "reason"]}
                noStyle
                rules={[{ required: true, message: t("请写明理由") }]}
              >
                <Input aria-label={why} placeholder={why} maxLength={200} style={{ width: 240 }} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("删除这一条")}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <div>
            <Button icon={<PlusOutlined />} onClick={() => addRow({})}>
              {add}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
