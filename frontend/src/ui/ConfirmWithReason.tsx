import { Alert, Form, Input, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiError, asApiError } from "@/api/errors";
import { ErrorSummary } from "./ErrorSummary";

interface Props {
  open: boolean;
  title: string;
  /** What will follow from it. */
  note?: ReactNode;
  /** The word on the button: what will be done, never just "OK". */
  action: string;
  danger?: boolean;
  /** False where a reason may be left out. */
  required?: boolean;
  /** The least number of characters a reason must have. */
  least?: number;
  /** What is asked for, when it is not a reason. */
  label?: string;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** Ask for a reason before doing something that others will look back at. */
export function ConfirmWithReason(props: Props) {
  const {
    open,
    title,
    note,
    action,
    danger,
    required = true,
    least = 2,
    label,
    onConfirm,
    onClose,
    children,
  } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    if (open) setError(null);
  }, [open]);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      setReason("");
      onClose();
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={action}
      cancelText={t("取消")}
      okButtonProps={{ danger, disabled: required && reason.trim().length < least }}
      confirmLoading={busy}
      onOk={confirm}
      onCancel={onClose}
    >
      <div className="stack">
        {note ? <Alert type={danger ? "warning" : "info"} showIcon title={note} /> : null}
        <ErrorSummary error={error} />
        {children}
        <Form layout="vertical" component={false}>
          <Form.Item
            label={label ?? t("理由")}
            required={required}
            htmlFor="confirm-reason"
            style={{ marginBottom: 0 }}
          >
            <Input.TextArea
              id="confirm-reason"
              rows={3}
              maxLength={label ? 10000 : 1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
