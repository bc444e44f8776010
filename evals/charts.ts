// A chart as SVG text, drawn by ECharts without a browser. Loaded on use: it is large.
import type { Language } from "../src/domain/language.ts";
import type { Axis, Chart } from "./section.ts";
import { said } from "./words.ts";

const WIDTH_PX = 560;
const HEIGHT_PX = 340;
/** Told apart by people who see few colours (Okabe and Ito 2008). */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#000000"];
const GREY = "#767d84";

export const drawChart = async (chart: Chart, language: Language): Promise<string> => {
  const { init } = await import("echarts");
  const drawn = init(null, null, { renderer: "svg", ssr: true, width: WIDTH_PX, height: HEIGHT_PX });
  try {
    drawn.setOption(optionOf(chart, language));
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
};

const optionOf = ({ mark, x, y, series }: Chart, language: Language) => ({
  animation: false,
  color: COLOURS,
  textStyle: { fontFamily: "inherit", color: GREY },
  legend: { show: series.length > 1, bottom: 0, textStyle: { color: GREY }, type: "scroll" as const },
  grid: { left: 64, right: 24, top: 16, bottom: series.length > 1 ? 76 : 52 },
  xAxis: { ...axisOf(x, language), nameGap: 30 },
  yAxis: { ...axisOf(y, language), nameGap: 44 },
  series: series.map(({ name, points }) => ({
    name: said(name, language),
    type: TYPES[mark],
    data: points.map(([across, up]) => [across, up]),
    showSymbol: mark === "point",
    barGap: "-100%", // histograms of two groups lie over each other
    itemStyle: mark === "bar" ? { opacity: 0.6 } : {},
    lineStyle: { width: 2 },
  })),
});

const TYPES = { line: "line", bar: "bar", point: "scatter" } as const;

const axisOf = ({ label, min, max, isLogarithmic }: Axis, language: Language) => ({
  type: isLogarithmic ? ("log" as const) : ("value" as const),
  name: said(label, language),
  nameLocation: "middle" as const,
  nameTextStyle: { color: GREY },
  axisLabel: { color: GREY },
  splitLine: { lineStyle: { color: GREY, opacity: 0.2 } },
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});
