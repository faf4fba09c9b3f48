import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { Facts, Panel } from "@/ui";
import type { Draw } from "../api/draws";

/** What anyone needs to check the draw: commitment, seed, supervisor, record, and the public page. */
export function ProofPanel({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const link = (url: string | null, text: string) =>
    url ? (
      <a href={url} target="_blank" rel="noopener">
        {text}
      </a>
    ) : (
      t("启封后提供")
    );
  return (
    <Panel title={t("怎样核验")}>
      <div className="stack">
        <Facts
          items={[
            [
              t("承诺值"),
              <span key="c" className="mono">
                {draw.commitment}
              </span>,
            ],
            [t("公布时间"), moment(draw.committed_at)],
            [
              t("随机种子"),
              draw.seed ? (
                <span key="s" className="mono">
                  {draw.seed}
                </span>
              ) : (
                t("启封后公布")
              ),
            ],
            draw.entropy
              ? [t("公共随机源"), [draw.entropy.source, draw.entropy.value].filter(Boolean).join("：")]
              : null,
            [t("算法"), draw.algorithm],
            [t("监督人"), draw.supervisor ? `${draw.supervisor.name} · ${moment(draw.supervisor.at)}` : "—"],
            [t("公开核验页"), link(draw.check_url, t("打开"))],
            [t("抽取记录"), link(draw.record_url, t("下载 record.json"))],
          ]}
        />
        {draw.qr_url ? (
          <img src={draw.qr_url} alt={t("公开核验页的二维码")} width={140} height={140} />
        ) : null}
        <p className="quiet" style={{ margin: 0 }}>
          {t("任何人都可以下载记录，用 python -m sortition verify record.json 离线重算一遍。")}
        </p>
      </div>
    </Panel>
  );
}
