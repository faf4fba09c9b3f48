import { Checkbox, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { ReasonedExperts } from "./ReasonedExperts";

/** What most requests leave as it is: one per employer, the share drawn at random, public randomness, refill time. */
export function MoreFields() {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("更多条件")}</summary>
      <div className="stack" style={{ marginTop: 12 }}>
        <Form.Item name="one_per_employer" valuePropName="checked" noStyle>
          <Checkbox>{t("同一单位至多一人")}</Checkbox>
        </Form.Item>
        <div className="columns-fields">
          <Form.Item name="refill_hours" label={t("递补者的答复时限（小时）")}>
            <InputNumber min={1} max={720} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item
            name="random_share"
            label={t("随机抽取的比例")}
            extra={t("规定允许部分点名时填写，如 1/2；不填为全部随机")}
          >
            <Input maxLength={12} />
          </Form.Item>
        </div>
        <Form.Item
          name="public_source"
          label={t("公共随机源")}
          extra={t("抽取前公布、抽取时才知道的数，如某期福利彩票开奖号码；不填则只用各方封存的随机数")}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="choice_reason" label={t("点名或不随机的理由")}>
          <Input maxLength={300} />
        </Form.Item>
        <ReasonedExperts name="named" add={t("增加点名专家")} why={t("点名理由")} />
      </div>
    </details>
  );
}
