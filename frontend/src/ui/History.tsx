import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { ClauseTag } from "./ClauseTag";
import { Nothing } from "./Nothing";

/** One thing that happened: who, when, what, why. */
export interface HistoryEvent {
  id: string;
  at: string;
  who: string;
  what: string;
  why?: string;
  clause?: string;
  cite?: string;
  tone?: "good" | "bad" | "wait";
}

const COLOURS = { good: "green", bad: "red", wait: "gray" } as const;

/** What happened, newest first: who, when, what, why. */
export function History({ events, empty }: { events: HistoryEvent[]; empty?: string }) {
  const { t } = useTranslation();
  if (events.length === 0)
    return <Nothing text={empty ?? t("办理之后，每一步的经办人、时间和理由会出现在这里。")} />;
  return (
    <Timeline
      items={events.map((event) => ({
        key: event.id,
        color: event.tone ? COLOURS[event.tone] : "blue",
        content: (
          <div>
            <div>
              <strong>{event.what}</strong> <ClauseTag id={event.clause} cite={event.cite} link={false} />
            </div>
            <div className="quiet">
              {event.who} · {moment(event.at)}
            </div>
            {event.why ? <div className="break">{t("理由：{{why}}", { why: event.why })}</div> : null}
          </div>
        ),
      }))}
    />
  );
}
