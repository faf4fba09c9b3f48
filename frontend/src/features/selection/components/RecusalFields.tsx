import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { ReasonedExperts } from "./ReasonedExperts";

function EmployerSelect(props: { id?: string; value?: string[]; onChange?: (value: string[]) => void }) {
  const [search, setSearch] = useState("");
  const found = useList<{ id: string; name: string }>("/api/selection/employers", { search, page_size: 30 });
  return (
    <Select
      {...props}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      options={found.page.results.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Who must stand aside: whole employers, and single experts each with a reason. */
export function RecusalFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={["recusals", "employers"]} label={t("回避单位")} extra={t("这些单位的专家不参加抽取")}>
        <EmployerSelect />
      </Form.Item>
      <ReasonedExperts name={["recusals", "experts"]} add={t("增加回避专家")} why={t("回避理由")} />
    </>
  );
}
