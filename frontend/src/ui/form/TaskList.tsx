import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { moment } from "@/i18n/format";
import { type StatusTable, StatusTag } from "../StatusTag";

/** A section of a longer form and how far it is. */
export interface Task {
  key: string;
  title: string;
  state: string;
  saved_at?: string | null;
  to: string;
}

const STATES: StatusTable = {
  done: ["已填好", "good"],
  partial: ["没填完", "warn"],
  empty: ["未开始", "plain"],
  optional: ["选填", "plain"],
};

/** The sections to be filled in, in any order, each with its state and when it was saved. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list task-list">
      {tasks.map((task) => (
        <li key={task.key}>
          <span>
            <Link to={task.to}>{task.title}</Link>
            {task.saved_at ? (
              <div className="quiet">{t("已保存于 {{at}}", { at: moment(task.saved_at) })}</div>
            ) : null}
          </span>
          <StatusTag of={task.state} table={STATES} />
        </li>
      ))}
    </ul>
  );
}
