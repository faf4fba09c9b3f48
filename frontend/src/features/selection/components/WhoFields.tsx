import { Form, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Options } from "../api/requests";

/** How many, of which groups. */
export function WhoFields({ options }: { options: Options }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="columns-fields">
        <Form.Item name="size" label={t("正选人数")} rules={[{ required: true, message: t("请填写人数") }]}>
          <InputNumber min={1} max={200} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item
          name="alternates"
          label={t("候补人数")}
          rules={[{ required: true, message: t("请填写人数") }]}
        >
          <InputNumber min={0} max={200} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.Item name="groups" label={t("专业组")} extra={t("不选表示不限专业组")}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={options.groups.map(({ key, name, count }) => ({
            value: key,
            label: `${name}（${count}）`,
          }))}
        />
      </Form.Item>
    </>
  );
}
