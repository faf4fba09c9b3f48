import { Table, type TableProps } from "antd";
import { useEffect, useRef } from "react";
import { usePreferences } from "@/app/preferences";

/** A table that scrolls sideways where it does not fit; then it can be reached and scrolled by keyboard too. */
export function Grid<T extends object>(props: TableProps<T> & { "aria-label": string }) {
  const { phone } = usePreferences();
  // On a phone a fixed column would cover what is to be read.
  const columns = phone ? props.columns?.map((column) => ({ ...column, fixed: undefined })) : props.columns;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const mark = () => {
      for (const region of element.querySelectorAll<HTMLElement>(".ant-table-content, .ant-table-body")) {
        if (region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight)
          region.tabIndex = 0;
        else region.removeAttribute("tabindex");
      }
      // The row by which antd measures widths repeats the head, its "select all" box included, out of sight.
      for (const hidden of element.querySelectorAll<HTMLElement>(".ant-table-measure-row input"))
        hidden.tabIndex = -1;
    };
    mark();
    const watch = new ResizeObserver(mark);
    watch.observe(element);
    return () => watch.disconnect();
  });
  return (
    <div ref={box}>
      <Table<T> size="middle" scroll={{ x: "max-content" }} pagination={false} {...props} columns={columns} />
    </div>
  );
}
