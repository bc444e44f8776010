/** The files that a report is given out as. */
export const REPORT_FORMATS = ["pdf", "html", "md", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
