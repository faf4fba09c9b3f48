import { List } from "antd";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { Load, Nothing, Page } from "@/ui";

interface Look {
  at: string;
  actor_name: string;
  action_name: string;
  reason: string;
  shown: string[];
  agency: { name: string };
}

/** Who looked at my data, in every agency: when, what in plain text, why. */
export default function LooksPage() {
  const { t } = useTranslation();
  const query = useGet<Look[]>("/api/profiles/gathered/looks");
  return (
    <Page title={t("谁看过我的信息")}>
      <section className="panel">
        <Load query={query}>
          {(looks) => (
            <List
              dataSource={looks}
              rowKey={(look) => `${look.at}-${look.actor_name}-${look.action_name}`}
              locale={{ emptyText: <Nothing text={t("机构工作人员查看您的信息时，会记在这里。")} /> }}
              pagination={looks.length > 20 ? { pageSize: 20 } : false}
              renderItem={(look) => (
                <List.Item>
                  <List.Item.Meta
                    title={`${look.agency.name} · ${look.actor_name}`}
                    description={
                      <>
                        <div>
                          {moment(look.at)} · {look.action_name}
                        </div>
                        <div>
                          {look.shown.length > 0
                            ? t("看到全文：{{fields}}", { fields: look.shown.join("、") })
                            : t("只看到遮盖后的信息")}
                        </div>
                        {look.reason ? <div>{t("理由：{{why}}", { why: look.reason })}</div> : null}
                      </>
                    }
                  />
                </List.Item>
              )}
            />
          )}
        </Load>
      </section>
    </Page>
  );
}
