import { Button, type ButtonProps } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { ConfirmWithReason } from "./ConfirmWithReason";

interface Props extends Omit<ButtonProps, "onClick" | "action"> {
  /** The word on the button and on its confirmation. */
  action: string;
  title?: string;
  note?: ReactNode;
  required?: boolean;
  /** What is asked for, when it is not a reason. */
  label?: string;
  onReason: (reason: string) => Promise<unknown>;
  children?: ReactNode;
}

/** A button whose deed asks for a reason first. */
export function ActButton({
  action,
  title,
  note,
  required = true,
  label,
  onReason,
  children,
  ...button
}: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {action}
      </Button>
      <ConfirmWithReason
        open={open}
        title={title ?? action}
        note={note}
        action={action}
        danger={button.danger}
        required={required}
        label={label}
        onConfirm={onReason}
        onClose={() => setOpen(false)}
      >
        {children}
      </ConfirmWithReason>
    </>
  );
}
