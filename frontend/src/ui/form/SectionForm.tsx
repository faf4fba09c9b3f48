import { Form } from "antd";
import { useMemo } from "react";
import { ClauseTag } from "../ClauseTag";
import { FieldInput } from "./FieldInput";
import { type FieldSpec, fromControls, toControls, type Values } from "./fields";
import { ListField } from "./ListField";

interface Props {
  /** Begins the ids of the inputs, so that an error summary can link to them. */
  name: string;
  fields: FieldSpec[];
  values: Values;
  onChange: (values: Values) => void;
  disabled?: boolean;
  /** Faults by field, as the server found them. */
  faults?: Record<string, string>;
}

function Labelled({ field, fault }: { field: FieldSpec; fault?: string }) {
  const label = field.cite ? (
    <span className="row">
      {field.label} <ClauseTag id={field.clause} cite={field.cite} link={false} />
    </span>
  ) : (
    field.label
  );
  return (
    <Form.Item
      name={field.key}
      label={label}
      required={field.required}
      extra={field.help}
      validateStatus={fault ? "error" : undefined}
      help={fault}
    >
      <FieldInput field={field} />
    </Form.Item>
  );
}

/** The fields of one section, told on every change; whoever shows it saves. */
export function SectionForm({ name, fields, values, onChange, disabled, faults = {} }: Props) {
  const [form] = Form.useForm<Values>();
  // The values the section was opened with: later ones come from the person, not from the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const initial = useMemo(() => toControls(fields, values), [name]);
  return (
    <Form
      key={name}
      form={form}
      name={name}
      layout="vertical"
      disabled={disabled}
      initialValues={initial}
      onValuesChange={() => onChange(fromControls(fields, form.getFieldsValue(true)))}
    >
      {fields.map((field) => {
        if (field.type === "list") return <ListField key={field.key} field={field} />;
        return <Labelled key={field.key} field={field} fault={faults[field.key]} />;
      })}
    </Form>
  );
}
