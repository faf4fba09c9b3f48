import { DatePicker, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FieldSpec } from "./fields";

interface Props {
  field: FieldSpec;
  id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the form gives whatever the control of this kind holds
  value?: any;
  onChange?: (value: unknown) => void;
}

function Choice({ field, id, value, onChange }: Props) {
  const choices = field.choices ?? [];
  if (choices.length <= 4) {
    return (
      <Radio.Group
        id={id}
        options={choices}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
    );
  }
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      options={choices}
      value={value}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}

function Tags({ field, id, value, onChange }: Props) {
  const choices = field.choices;
  return (
    <Select
      id={id}
      mode={choices?.length ? "multiple" : "tags"}
      maxCount={field.most}
      optionFilterProp="label"
      options={choices ?? []}
      value={value ?? []}
      onChange={onChange}
      tokenSeparators={["、", "，", ","]}
    />
  );
}

/** The control that fits the kind of a field. Nothing is chosen beforehand. */
export function FieldInput(props: Props) {
  const { t } = useTranslation();
  const { field, id, value, onChange } = props;
  switch (field.type) {
    case "date":
      return <DatePicker id={id} value={value} onChange={onChange} style={{ width: "100%" }} />;
    case "choice":
      return <Choice {...props} />;
    case "bool":
    case "boolean":
      return (
        <Radio.Group id={id} value={value} onChange={(event) => onChange?.(event.target.value)}>
          <Radio value={true}>{t("是")}</Radio>
          <Radio value={false}>{t("否")}</Radio>
        </Radio.Group>
      );
    case "number":
      return (
        <InputNumber
          id={id}
          value={value}
          onChange={onChange}
          suffix={field.unit}
          style={{ width: "100%" }}
        />
      );
    case "tags":
    case "multi":
      return <Tags {...props} />;
    case "textarea":
      return (
        <Input.TextArea
          id={id}
          value={value}
          maxLength={field.most}
          rows={3}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    default:
      return (
        <Input
          id={id}
          value={value}
          maxLength={field.most}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
  }
}
