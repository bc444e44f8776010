import type { Period } from "./reading.ts";

export interface Span {
  /** Days as in 2026-01-31; without a first one, from the beginning. */
  readonly from?: string;
  readonly to: string;
}

/** The days of a period, in this machine's time zone, seen from `now`. */
export const spanOf = (period: Period, now: Date): Span => {
  const back = (days: number): string => dayOf(daysBefore(now, days));
  const sinceMonday = (now.getDay() + 6) % 7;
  if (typeof period === "object") return { from: back(Math.max(0, period.days - 1)), to: back(0) };
  return {
    today: { from: back(0), to: back(0) },
    yesterday: { from: back(1), to: back(1) },
    week: { from: back(sinceMonday), to: back(0) },
    lastWeek: { from: back(sinceMonday + 7), to: back(sinceMonday + 1) },
    month: { from: back(now.getDate() - 1), to: back(0) },
    all: { to: back(0) },
  }[period];
};

const daysBefore = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);

const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
