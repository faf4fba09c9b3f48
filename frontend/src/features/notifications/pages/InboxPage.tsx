import { Button, List } from "antd";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { ErrorSummary, Nothing, Page, PlaceLink, ToneTag, useAct } from "@/ui";
import { MESSAGES, type Message } from "../api/inbox";

function Line({ message, onRead }: { message: Message; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <List.Item
      actions={
        message.read_at
          ? []
          : [
              <Button key="read" type="link" onClick={() => onRead(message.id)}>
                {t("标为已读")}
              </Button>,
            ]
      }
    >
      <List.Item.Meta
        title={
          <span className="row">
            <PlaceLink to={message.link}>{message.title}</PlaceLink>
            {message.read_at ? null : <ToneTag tone="wait" text={t("未读")} />}
          </span>
        }
        description={
          <div>
            <div className="break">{message.body}</div>
            <div>{moment(message.created_at)}</div>
          </div>
        }
      />
    </List.Item>
  );
}

/** Everything the platform told this person. */
export default function InboxPage() {
  const { t } = useTranslation();
  const query = useList<Message>(MESSAGES, { page_size: 50 });
  const read = useAct<string>({
    path: (id) => `${MESSAGES}/${id}`,
    body: () => ({}),
    refresh: ["/api/notifications/"],
  });
  const readAll = useAct({ path: MESSAGES, refresh: ["/api/notifications/"], done: "已全部标为已读" });
  return (
    <Page title={t("消息")} actions={<Button onClick={() => void readAll.run()}>{t("全部标为已读")}</Button>}>
      <section className="panel">
        <ErrorSummary error={query.error ?? read.error ?? readAll.error} />
        <List
          loading={query.isPending}
          dataSource={query.page.results}
          rowKey="id"
          locale={{ emptyText: <Nothing text={t("办理进展、邀请、提醒会以消息的形式出现在这里。")} /> }}
          renderItem={(message) => <Line message={message} onRead={(id) => void read.run(id)} />}
        />
      </section>
    </Page>
  );
}
