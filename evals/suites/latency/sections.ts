import type { Section } from "../../section.ts";
import type { Measured } from "../../suite.ts";
import type { LatencyResult } from "./score.ts";

/** Every warm inspection in the order in which it ran: what drifts is seen here. */
export const latencySections = (measured: readonly Measured<LatencyResult>[]): Section[] => {
  const warm = measured.flatMap(({ result }) => (result.kind === "warm" ? [result] : []));
  const points = (times: readonly number[]) =>
    times.map((time, i): [number, number] => [i + 1, Number(time.toFixed(2))]);
  return [
    {
      kind: "chart",
      title: { ko: "검사 시간 (차례대로)", en: "time of each inspection, in order" },
      mark: "point",
      x: { label: { ko: "몇 번째", en: "number" } },
      y: { label: { ko: "밀리초", en: "milliseconds" }, min: 0 },
      series: [
        { name: { ko: "검사", en: "inspection" }, points: points(warm.map(({ totalMs }) => totalMs)) },
        {
          name: { ko: "신경망만", en: "bare network" },
          points: points(warm.map(({ networkMs }) => networkMs)),
        },
      ],
    },
    {
      kind: "note",
      text: {
        ko: "다른 작업이 함께 도는 기계에서는 시간이 들쭉날쭉합니다. 신경망만 실행한 시간의 배수가 기계에 덜 좌우됩니다.",
        en: "On a machine that does other work, times vary; the ratio to the bare network depends less on it.",
      },
    },
  ];
};
