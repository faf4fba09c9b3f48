import type { TableProps } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { moment } from "@/i18n/format";
import { ActButton, Grid, StatusTag, ToneTag, useAct } from "@/ui";
import type { Draw, Seat } from "../api/draws";
import { RESPONSE_STATES } from "../states";

function SeatActions({ seat, draw }: { seat: Seat; draw: Draw }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `/api/selection/invitations/${seat.invitation}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/selection/"],
    done: "已办理",
  });
  if (!seat.invitation || seat.kind !== "seat") return null;
  const waiting = seat.response === "pending";
  return (
    <span className="row">
      {waiting && draw.actions.includes("remind") ? (
        <ActButton
          size="small"
          action={t("催办")}
          required={false}
          onReason={(reason) => act.run({ deed: "remind", reason })}
        />
      ) : null}
      {draw.actions.includes("replace") &&
      ["pending", "accepted", "declined", "recused"].includes(seat.response) ? (
        <ActButton
          size="small"
          action={t("递补")}
          note={t("由候补中的下一位递补；谁是下一位在抽取时已经确定，不能挑选。")}
          onReason={(reason) => act.run({ deed: "replace", reason })}
        />
      ) : null}
    </span>
  );
}

function Who({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  if (!seat.expert) return <span className="quiet">{t("（封存）")}</span>;
  return <Link to={`/experts/${seat.expert.id}`}>{seat.expert.name}</Link>;
}

type Columns = NonNullable<TableProps<Seat>["columns"]>;

/** What is told after the opening only. */
function useOpenColumns(): Columns {
  const { t } = useTranslation();
  return [
    { title: t("专业组"), key: "group", render: (_, seat) => seat.group_label || "—" },
    { title: t("所在单位"), key: "employer", render: (_, seat) => seat.employer || "—" },
    {
      title: t("来源"),
      key: "outsider",
      render: (_, seat) => {
        if (seat.outsider === null) return "—";
        return <ToneTag tone="plain" text={seat.outsider ? t("外单位") : t("本单位")} />;
      },
    },
    { title: t("说明"), key: "reason", render: (_, seat) => seat.reason || "—" },
  ];
}

function useColumns(draw: Draw): Columns {
  const { t } = useTranslation();
  const open = useOpenColumns();
  return [
    {
      title: t("顺序"),
      key: "order",
      render: (_, seat) => (
        <span className="nowrap">
          {seat.kind === "seat" ? t("正选 {{n}}", { n: seat.order }) : t("候补 {{n}}", { n: seat.order })}
        </span>
      ),
    },
    { title: t("专家"), key: "who", render: (_, seat) => <Who seat={seat} /> },
    ...(draw.sealed ? [] : open),
    {
      title: t("答复"),
      key: "response",
      render: (_, seat) => (
        <StatusTag of={seat.response} table={RESPONSE_STATES} label={seat.response_label} />
      ),
    },
    { title: t("答复截止"), key: "by", render: (_, seat) => moment(seat.answer_by) },
    { title: t("答复时间"), key: "at", render: (_, seat) => moment(seat.responded_at) },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, seat) => <SeatActions seat={seat} draw={draw} />,
    },
  ];
}

/** Seats and alternates in their order; names only after the opening, answers as they come in. */
export function SeatTable({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  return (
    <Grid<Seat>
      aria-label={t("席位和候补")}
      size="middle"
      rowKey={(seat) => `${seat.kind}-${seat.order}-${seat.invitation ?? ""}`}
      dataSource={draw.seats}
      pagination={false}
      columns={useColumns(draw)}
    />
  );
}
