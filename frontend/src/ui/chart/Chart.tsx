import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";

interface Props {
  option: EChartsCoreOption;
  /** The same in words, for those who do not see it. */
  description: string;
  height?: number;
}

/** A drawing of numbers; the library is loaded only where one is shown. */
export default function Chart({ option, description, height = 260 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    void import("./engine").then(({ draw }) => {
      if (!gone && box.current) stop = draw(box.current, option);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [option]);
  return <div ref={box} role="img" aria-label={description} style={{ height, width: "100%" }} />;
}
