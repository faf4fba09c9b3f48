import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { day, moment } from "@/i18n/format";
import { type Column, DataTable, Page, PlaceLink, Tabs, ToneTag } from "@/ui";
import { type Box, TODOS, type Todo, useTodoCounts } from "../api/todos";
import { PoolGlance } from "../components/PoolGlance";

const BOXES: { key: Box; label: string; empty: string }[] = [
  {
    key: "open",
    label: "待办",
    empty: "现在没有待办。申报到达您的环节、异议提出、抽取需要确认时，会出现在这里。",
  },
  { key: "done", label: "已办", empty: "您办理过的事项会出现在这里。" },
  {
    key: "started",
    label: "我发起的",
    empty: "您发起的导入、公示、抽取等会出现在这里，可以看到办到哪一步。",
  },
  { key: "copied", label: "抄送我的", empty: "只需知悉、不需办理的事项会出现在这里。" },
];

function useColumns(box: Box): Column<Todo>[] {
  const { t } = useTranslation();
  const subject: Column<Todo> = {
    title: t("事项"),
    key: "title",
    render: (_, todo) => (
      <div>
        <PlaceLink to={todo.link}>{todo.title}</PlaceLink>
        {todo.subject ? <div className="quiet">{todo.subject}</div> : null}
      </div>
    ),
  };
  const kind: Column<Todo> = { title: t("类型"), dataIndex: "kind_label", width: 130 };
  const due: Column<Todo> = {
    title: t("期限"),
    key: "due",
    width: 210,
    render: (_, todo) => (
      <span className="row">
        {todo.due ? day(todo.due) : t("无期限")}
        {todo.overdue ? <ToneTag tone="bad" text={t("已超期")} /> : null}
      </span>
    ),
  };
  const time = box === "done" ? "done_at" : "created_at";
  const at: Column<Todo> = {
    title: box === "done" ? t("办结时间") : t("到达时间"),
    key: time,
    width: 180,
    render: (_, todo) => moment(todo[time]),
  };
  const from: Column<Todo> = { title: t("来自"), dataIndex: "from_name", width: 120 };
  return box === "open" ? [kind, subject, due, from, at] : [kind, subject, from, at];
}

function BoxTable({ box, empty }: { box: Box; empty: string }) {
  const { t } = useTranslation();
  const columns = useColumns(box);
  return (
    <DataTable<Todo>
      key={box}
      label={t(BOXES.find(({ key }) => key === box)?.label ?? "")}
      path={TODOS}
      params={{ box }}
      columns={columns}
      empty={empty}
      every={60_000}
    />
  );
}

/** What I have to do today, overdue first; beside it what I did, started, or was told. */
export default function TodoPage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const { can } = useSession();
  const { data: counts } = useTodoCounts();
  const box = (query.get("box") as Box | null) ?? "open";
  return (
    <Page title={t("我的待办")}>
      <div className="stack">
        <section className="panel">
          <Tabs
            activeKey={box}
            onChange={(key) => setQuery(key === "open" ? {} : { box: key })}
            items={BOXES.map(({ key, label, empty }) => ({
              key,
              label: counts?.[key] ? `${t(label)}（${counts[key]}）` : t(label),
              children: <BoxTable box={key} empty={t(empty)} />,
            }))}
          />
        </section>
        {can("workspace.settings.view") ? <PoolGlance /> : null}
      </div>
    </Page>
  );
}
