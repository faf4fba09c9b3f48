import { Button, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Schemas } from "@/api/schemas";
import { ActButton, useAct } from "@/ui";
import { type DrawRequest, REQUESTS } from "../api/requests";
import { DEEDS } from "../deeds";

interface Sent {
  deed: string;
  reason: string;
  keep_part?: boolean;
  values?: string[];
}

function useDeed(request: DrawRequest) {
  const go = useNavigate();
  return useAct<Sent, Schemas["SelectionRequestDoneOut"]>({
    path: ({ deed }) => `${REQUESTS}/${request.id}/${deed}`,
    body: ({ deed: _deed, ...rest }) => rest,
    refresh: ["/api/selection/", "/api/workspace/"],
    done: "已办理",
    after: (answer, { deed }) => {
      if (deed === "draw" && answer.draw) go(`/draws/results/${answer.draw}`);
      if (deed === "repeat") go(`/draws/${answer.id}`);
    },
  });
}

/** What this person may do with the request now, each with what follows from it. */
export function RequestActions({ request }: { request: DrawRequest }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const act = useDeed(request);
  const [keep, setKeep] = useState(false);
  const [value, setValue] = useState("");
  const extra = (deed: string): Partial<Sent> => {
    if (deed === "confirm") return { keep_part: keep };
    return deed === "draw" && request.public_source ? { values: [value] } : {};
  };
  return (
    <>
      {request.draw ? (
        <Button type="primary" onClick={() => go(`/draws/results/${request.draw}`)}>
          {t("看抽取结果")}
        </Button>
      ) : null}
      {request.actions.includes("edit") ? (
        <Button onClick={() => go(`/draws/${request.id}/edit`)}>{t("修改")}</Button>
      ) : null}
      {DEEDS.filter(({ code }) => request.actions.includes(code)).map((deed) => (
        <ActButton
          key={deed.code}
          type={deed.primary ? "primary" : "default"}
          danger={deed.danger}
          action={t(deed.label)}
          note={t(deed.note)}
          required={deed.reason}
          onReason={(reason) => act.run({ deed: deed.code, reason, ...extra(deed.code) })}
        >
          {deed.code === "confirm" ? (
            <Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
              {t("我自己保管随机数，抽取时由我公布")}
            </Checkbox>
          ) : null}
          {deed.code === "draw" && request.public_source ? (
            <Form.Item label={request.public_source} htmlFor="public-value" layout="vertical">
              <Input id="public-value" value={value} onChange={(event) => setValue(event.target.value)} />
            </Form.Item>
          ) : null}
        </ActButton>
      ))}
    </>
  );
}
