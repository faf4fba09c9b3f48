import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import { percent } from "@/i18n/format";
import { Facts, Load, Nothing, Page, Panel, ToneTag } from "@/ui";
import { at } from "../api/mine";

type Place = Schemas["SelectionMyPlaceOut"];

function One({ place }: { place: Place }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t("第 {{n}} 号抽取", { n: place.number })}
      extra={
        place.on_list ? (
          <ToneTag tone="good" text={t("在候选名单中")} />
        ) : (
          <ToneTag tone="plain" text={t("不在候选名单中")} />
        )
      }
    >
      <Facts
        items={[
          [t("事项"), place.purpose],
          place.on_list ? [t("被抽中的机会"), `${percent(place.chance)}（${place.chance_exact}）`] : null,
          place.excluded || place.barred ? [t("原因"), place.excluded || place.barred] : null,
          place.commitment
            ? [
                t("名单中的编号"),
                <span key="c" className="mono">
                  {place.commitment}
                </span>,
              ]
            : null,
          place.secret
            ? [
                t("核对用的密钥"),
                <span key="s" className="mono">
                  {place.secret}
                </span>,
              ]
            : null,
          [
            t("公开核验页"),
            <a key="check" href={place.check_url} target="_blank" rel="noopener">
              {t("打开")}
            </a>,
          ],
        ]}
      />
    </Panel>
  );
}

/** Opened draws that the expert stood in or was left out of, with the chance, and what is needed to check it. */
export default function MyPlacesPage() {
  const { t } = useTranslation();
  const { slug = "" } = useParams();
  const query = useGet<Place[]>(`${at(slug)}/draws`);
  return (
    <Page title={t("我参加过的抽取")} sub={t("启封之后，您可以核对自己是否在名单中、机会有多大。")}>
      <Load query={query}>
        {(places) =>
          places.length === 0 ? (
            <Panel>
              <Nothing text={t("抽取启封后，您是否在名单中、机会多大会出现在这里。")} />
            </Panel>
          ) : (
            <div className="stack">
              {places.map((place) => (
                <One key={place.number} place={place} />
              ))}
            </div>
          )
        }
      </Load>
    </Page>
  );
}
