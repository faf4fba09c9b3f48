import { BookOutlined } from "@ant-design/icons";
import { Tag, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

interface Props {
  id?: string | null;
  /** The citation as the regulation writes it, for example 第七条第（二）项. */
  cite: string | null | undefined;
  summary?: string;
  /** Whether this shell has a rules page to go to. */
  link?: boolean;
}

/** The article a statement rests on; for staff it leads to the rules page. */
export function ClauseTag({ id, cite, summary, link = true }: Props) {
  const { t } = useTranslation();
  if (!cite) return null;
  const tag = (
    <Tag icon={<BookOutlined />} style={{ whiteSpace: "normal" }}>
      {cite}
    </Tag>
  );
  const linked = link && id ? <Link to={`/rules?clause=${encodeURIComponent(id)}`}>{tag}</Link> : tag;
  return <Tooltip title={summary || t("依据条款")}>{linked}</Tooltip>;
}
