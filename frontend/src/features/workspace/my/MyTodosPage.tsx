import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { Load, Nothing, Page, Panel, ToneTag } from "@/ui";
import type { Todo } from "../api/todos";

interface MyTodo extends Todo {
  agency: { slug: string; name: string };
}

/** The page of this shell that deals with it: what the server names is relative to the agency. */
function placeOf(todo: MyTodo): string {
  return todo.link.startsWith("/agencies/") ? todo.link : `/agencies/${todo.agency.slug}${todo.link}`;
}

function Card({ todo }: { todo: MyTodo }) {
  const { t } = useTranslation();
  return (
    <Link className="card-link" to={placeOf(todo)}>
      <div className="row-between">
        <strong>{todo.title}</strong>
        {todo.overdue ? (
          <ToneTag tone="bad" text={t("已超期")} />
        ) : (
          <ToneTag tone="wait" text={todo.kind_label} />
        )}
      </div>
      {todo.subject && !todo.title.includes(todo.subject) ? <div>{todo.subject}</div> : null}
      <div className="quiet">
        {todo.agency.name}
        {todo.due ? ` · ${t("请于 {{day}} 前办理", { day: day(todo.due) })}` : ""}
      </div>
    </Link>
  );
}

const SHORTCUTS = [
  { to: "/me", label: "完善个人档案", note: "填一次，向各机构申报时都能用" },
  { to: "/applications", label: "申报入库", note: "查看正在征集的机构" },
  { to: "/me/unavailable", label: "登记不便时段", note: "登记后这些日子不会抽到您" },
];

/** What waits for the expert, from all agencies; below it the ways one mostly goes. */
export default function MyTodosPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const query = useGet<MyTodo[]>("/api/profiles/gathered/todos");
  return (
    <Page title={t("{{name}}，您好", { name: session.account?.name ?? "" })}>
      <div className="stack">
        <Panel title={t("待办")}>
          <Load query={query}>
            {(todos) =>
              todos.length === 0 ? (
                <Nothing text={t("现在没有要办的事。收到邀请、申报被退回补正、聘期将满时，会出现在这里。")} />
              ) : (
                <div className="stack-tight">
                  {todos.map((todo) => (
                    <Card key={`${todo.agency.slug}-${todo.id}`} todo={todo} />
                  ))}
                </div>
              )
            }
          </Load>
        </Panel>
        <div className="columns-even">
          {SHORTCUTS.map(({ to, label, note }) => (
            <Link key={to} className="card-link" to={to}>
              <strong>{t(label)}</strong>
              <div className="quiet">{t(note)}</div>
            </Link>
          ))}
        </div>
      </div>
    </Page>
  );
}
