import { Alert, Button, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary, Panel, useAct } from "@/ui";
import { at, type MyInvitation } from "../api/mine";

interface Props {
  slug: string;
  invitation: MyInvitation;
}

type Conflicts = Record<string, boolean>;

function ConflictQuestions({
  invitation,
  answers,
  onAnswer,
}: {
  invitation: MyInvitation;
  answers: Conflicts;
  onAnswer: (key: string, yes: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {invitation.conflicts.map(({ key, question }) => (
        <Form.Item key={key} label={question} required>
          <Radio.Group
            value={answers[key]}
            onChange={(event) => onAnswer(key, event.target.value)}
            aria-label={question}
          >
            <Radio value={false}>{t("没有")}</Radio>
            <Radio value={true}>{t("有")}</Radio>
          </Radio.Group>
        </Form.Item>
      ))}
    </>
  );
}

function AcceptForm({ slug, invitation }: Props) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Conflicts>({});
  const [declared, setDeclared] = useState(false);
  const accept = useAct({
    path: `${at(slug)}/invitations/${invitation.id}/accept`,
    body: () => ({ conflicts: answers, declaration: declared }),
    refresh: [at(slug), "/api/profiles/gathered"],
    done: "已接受邀请",
  });
  const complete = declared && invitation.conflicts.every(({ key }) => key in answers);
  const conflicted = Object.values(answers).some(Boolean);
  return (
    <Form layout="vertical" component="div">
      <ErrorSummary error={accept.error} link={false} />
      <ConflictQuestions
        invitation={invitation}
        answers={answers}
        onAnswer={(key, yes) => setAnswers((old) => ({ ...old, [key]: yes }))}
      />
      {conflicted ? (
        <Alert
          type="warning"
          showIcon
          title={t("有应当回避的情形，提交后按回避处理，由候补递补，不影响您的信用。")}
        />
      ) : null}
      <Form.Item>
        <Checkbox checked={declared} onChange={(event) => setDeclared(event.target.checked)}>
          {invitation.declaration_text}
        </Checkbox>
      </Form.Item>
      <Button
        block
        size="large"
        disabled={!complete}
        loading={accept.busy}
        onClick={() => void accept.run().catch(() => {})}
      >
        {conflicted ? t("提交回避声明") : t("确认接受")}
      </Button>
    </Form>
  );
}

function DeclineForm({ slug, invitation }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string>();
  const [reason, setReason] = useState("");
  const decline = useAct({
    path: `${at(slug)}/invitations/${invitation.id}/decline`,
    body: () => ({ reason_code: code, reason }),
    refresh: [at(slug), "/api/profiles/gathered"],
    done: "已谢绝，由候补递补",
  });
  return (
    <Form layout="vertical" component="div">
      <ErrorSummary error={decline.error} link={false} />
      <Form.Item label={t("原因")} required>
        <Radio.Group
          value={code}
          onChange={(event) => setCode(event.target.value)}
          aria-label={t("原因")}
          className="stack-tight"
          options={invitation.decline_reasons.map(({ code: value, label }) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item label={t("补充说明")} htmlFor="decline-reason">
        <Input.TextArea
          id="decline-reason"
          value={reason}
          rows={2}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <Button
        block
        size="large"
        disabled={!code}
        loading={decline.busy}
        onClick={() => void decline.run().catch(() => {})}
      >
        {t("确认谢绝")}
      </Button>
    </Form>
  );
}

type Choice = "accept" | "decline";

const CHOICES: [Choice, string][] = [
  ["accept", "接受"],
  ["decline", "谢绝"],
];

/** Accept or decline: two choices of the same size, nothing chosen beforehand. */
export function AnswerForm(props: Props) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice | null>(null);
  return (
    <Panel title={t("您的答复")}>
      <div className="stack">
        <div className="equal-buttons">
          {CHOICES.filter(([key]) => props.invitation.actions.includes(key)).map(([key, label]) => (
            <Button key={key} size="large" aria-pressed={choice === key} onClick={() => setChoice(key)}>
              {t(label)}
            </Button>
          ))}
        </div>
        {choice === "accept" ? <AcceptForm {...props} /> : null}
        {choice === "decline" ? <DeclineForm {...props} /> : null}
      </div>
    </Panel>
  );
}
