import type { ReactNode } from "react";

export type Fact = [label: string, value: ReactNode] | null | false;

/** Names and values in two columns; what is null is left out. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <dl className="facts">
      {items.map((item) =>
        item ? (
          <div key={item[0]} style={{ display: "contents" }}>
            <dt>{item[0]}</dt>
            <dd>{item[1] === null || item[1] === undefined || item[1] === "" ? "—" : item[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** One number that people look for, with its name. */
export function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="figure">
      <div className="quiet">{label}</div>
      <div className="figure-number">{value}</div>
      {note ? <div className="quiet">{note}</div> : null}
    </div>
  );
}
