import { useMemo } from "react";
import { palette } from "@/app/theme";
import Chart from "./Chart";

export interface Bar {
  label: string;
  value: number;
}

/** Numbers by name as horizontal bars, each with its value written at its end. */
export function Bars({ bars, description, unit = "" }: { bars: Bar[]; description: string; unit?: string }) {
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: "value",
        splitLine: { lineStyle: { color: palette.line } },
        axisLabel: { color: palette.secondary },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map((bar) => bar.label),
        axisLabel: { color: palette.text, width: 150, overflow: "truncate" },
        axisTick: { show: false },
      },
      tooltip: { trigger: "item" },
      series: [
        {
          type: "bar",
          data: bars.map((bar) => bar.value),
          itemStyle: { color: palette.primary },
          barMaxWidth: 20,
          label: { show: true, position: "right", color: palette.text, formatter: `{c}${unit}` },
        },
      ],
    }),
    [bars, unit],
  );
  const words = `${description}：${bars.map((bar) => `${bar.label} ${bar.value}${unit}`).join("，")}`;
  return <Chart option={option} description={words} height={Math.max(120, bars.length * 32 + 40)} />;
}
