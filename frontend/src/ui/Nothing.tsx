import { Empty } from "antd";
import type { ReactNode } from "react";

interface Props {
  /** What would appear here, and when. */
  text: string;
  action?: ReactNode;
}

/** An empty place that says what would appear there. */
export function Nothing({ text, action }: Props) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<span className="quiet">{text}</span>}>
      {action}
    </Empty>
  );
}
