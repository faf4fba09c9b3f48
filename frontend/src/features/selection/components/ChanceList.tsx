import { useTranslation } from "react-i18next";
import { percent } from "@/i18n/format";
import { Grid } from "@/ui";
import type { Chance } from "../api/requests";

const share = (chance: number) => `${Math.max(1, Math.round(chance * 100))}%`;

/** How likely each is to be drawn; people alike in every feature that counts have the same chance. */
export function ChanceList({ chances }: { chances: Chance[] }) {
  const { t } = useTranslation();
  return (
    <Grid<Chance>
      aria-label={t("每人被抽中的机会")}
      size="small"
      scroll={undefined}
      rowKey={(chance) => `${chance.group_label}-${chance.chance}-${chance.count}`}
      dataSource={chances}
      pagination={chances.length > 10 ? { pageSize: 10, size: "small", showSizeChanger: false } : false}
      columns={[
        { title: t("哪一类"), dataIndex: "group_label" },
        { title: t("人数"), dataIndex: "count", align: "right" },
        {
          title: t("每人机会"),
          key: "chance",
          render: (_, { chance }) => (
            <span className="chance">
              <span className="chance-bar" style={{ width: share(chance) }} />
              <span>{percent(chance)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
