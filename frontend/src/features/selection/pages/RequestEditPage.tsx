import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { Load, Page } from "@/ui";
import { useOptions, useRequest } from "../api/requests";
import { RequestEditor } from "../components/RequestEditor";
import { blank, inputOf } from "../form";

/** Set up a draw: conditions on the left; on the right, live, who is eligible and what that means. */
export default function RequestEditPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const [query] = useSearchParams();
  const options = useOptions();
  const request = useRequest(id ?? null);
  const waiting = id !== undefined && !request.data;
  return (
    <Page
      title={id ? t("修改抽取需求") : t("提出抽取需求")}
      sub={t("左边写条件，右边随时显示符合条件的人数、排除原因和每人被抽中的机会。")}
    >
      <Load query={options}>
        {(found) => {
          if (waiting) return request.error ? <Load query={request}>{() => null}</Load> : <Skeleton active />;
          const initial = request.data ? inputOf(request.data) : blank(query.get("committee"));
          return (
            <RequestEditor
              key={id ?? "new"}
              id={id ?? null}
              options={found}
              initial={initial}
              version={request.data?.version}
            />
          );
        }}
      </Load>
    </Page>
  );
}
