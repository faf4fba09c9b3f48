import { PlusOutlined } from "@ant-design/icons";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { FieldInput } from "./FieldInput";
import type { FieldSpec } from "./fields";

/** Rows of the same fields: work history, qualifications. */
export function ListField({ field }: { field: FieldSpec }) {
  const { t } = useTranslation();
  return (
    <fieldset className="list-field">
      <legend>{field.label}</legend>
      {field.help ? <p className="quiet">{field.help}</p> : null}
      <Form.List name={field.key}>
        {(rows, { add, remove }) => (
          <div className="stack">
            {rows.map((row, index) => (
              <div key={row.key} className="list-row">
                <div className="columns-fields">
                  {(field.columns ?? []).map((column) => (
                    <Form.Item
                      key={column.key}
                      name={[row.name, column.key]}
                      label={column.label}
                      required={column.required}
                      style={{ marginBottom: 12 }}
                    >
                      <FieldInput field={column} />
                    </Form.Item>
                  ))}
                </div>
                <Button onClick={() => remove(row.name)}>{t("删除第 {{n}} 项", { n: index + 1 })}</Button>
              </div>
            ))}
            <div>
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t("增加一项")}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}
