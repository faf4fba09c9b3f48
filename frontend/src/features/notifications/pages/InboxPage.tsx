import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { ErrorSummary, Load, Nothing, Page, PlaceLink, ToneTag, useAct } from "@/ui";
import { MESSAGES, type Message } from "../api/inbox";

function Line({ message, onRead }: { message: Message; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <li className="list-row">
      <div className="row-between">
        <strong>
          <PlaceLink to={message.link}>{message.title}</PlaceLink>
        </strong>
        {message.read_at ? null : (
          <span className="row">
            <ToneTag tone="wait" text={t("未读")} />
            <Button onClick={() => onRead(message.id)}>{t("标为已读")}</Button>
          </span>
        )}
      </div>
      <div className="break">{message.body}</div>
      <div className="quiet">{moment(message.created_at)}</div>
    </li>
  );
}

/** Everything the platform told this person. */
export default function InboxPage() {
  const { t } = useTranslation();
  const query = useList<Message>(MESSAGES, { page_size: 50 });
  const refresh = ["/api/notifications/"];
  const read = useAct<string>({ path: (id) => `${MESSAGES}/${id}`, body: () => ({}), refresh });
  const readAll = useAct({ path: MESSAGES, refresh, done: "已全部标为已读" });
  return (
    <Page title={t("消息")} actions={<Button onClick={() => void readAll.run()}>{t("全部标为已读")}</Button>}>
      <section className="panel">
        <ErrorSummary error={read.error ?? readAll.error} />
        <Load query={query}>
          {() =>
            query.page.count === 0 ? (
              <Nothing text={t("办理进展、邀请、提醒会以消息的形式出现在这里。")} />
            ) : (
              <ul className="plain-list stack">
                {query.page.results.map((message) => (
                  <Line key={message.id} message={message} onRead={(id) => void read.run(id)} />
                ))}
              </ul>
            )
          }
        </Load>
      </section>
    </Page>
  );
}
