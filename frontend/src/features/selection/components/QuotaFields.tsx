import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, type FormListFieldData, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Options, Quota } from "../api/requests";

function Row({ field, options, remove }: { field: FormListFieldData; options: Options; remove: () => void }) {
  const { t } = useTranslation();
  const quotas = Form.useWatch<Quota[]>("quotas");
  const category = options.categories.find(({ key }) => key === quotas?.[field.name]?.category);
  return (
    <div className="row" style={{ alignItems: "flex-start" }}>
      <Form.Item name={[field.name, "category"]} noStyle>
        <Select
          aria-label={t("按什么分")}
          placeholder={t("按什么分")}
          style={{ width: 150 }}
          options={options.categories.map(({ key, label }) => ({ value: key, label }))}
        />
      </Form.Item>
      <Form.Item name={[field.name, "value"]} noStyle>
        <Select
          aria-label={t("哪一类")}
          placeholder={t("哪一类")}
          style={{ minWidth: 180 }}
          popupMatchSelectWidth={false}
          options={(category?.values ?? []).map(({ value, label, count }) => ({
            value,
            label: `${label}（${count}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name={[field.name, "lower"]} noStyle>
        <InputNumber aria-label={t("至少")} placeholder={t("至少")} min={0} max={200} style={{ width: 84 }} />
      </Form.Item>
      <Form.Item name={[field.name, "upper"]} noStyle>
        <InputNumber aria-label={t("至多")} placeholder={t("至多")} min={0} max={200} style={{ width: 84 }} />
      </Form.Item>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t("删除这一条")} onClick={remove} />
    </div>
  );
}

/** The quotas that this request asks for; those of the rules are added by themselves and shown at the right. */
export function QuotaFields({ options }: { options: Options }) {
  const { t } = useTranslation();
  return (
    <Form.List name="quotas">
      {(fields, { add, remove }) => (
        <div className="stack-tight">
          <span className="quiet">
            {t("规定要求的比例已自动计入；这里只写另外的要求，例如每个专业组至少几人。")}
          </span>
          {fields.map((field) => (
            <Row key={field.key} field={field} options={options} remove={() => remove(field.name)} />
          ))}
          <div>
            <Button icon={<PlusOutlined />} onClick={() => add({ lower: 1, upper: null })}>
              {t("增加一条")}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
