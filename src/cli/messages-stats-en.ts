// What `stats` says, in English.
export const STATS_HELP_EN = {
  stats: {
    does: "count recorded inspections by product, defect type, model, rating and day",
    product: "of this product",
    verdict: "of this verdict",
    type: "of this defect type, as a person confirmed it, else as it was suspected",
    model: "in which this model had a part, the report's writer included",
    rating: "whose latest rating is this",
    from: "from this day (2026-01-31) or moment on",
    to: "until this day, which is counted in, or before this moment",
    text: "with these words in file names, metadata, the report or recorded actions",
  },
};

export const STATS_WORDS_EN = {
  stats: {
    none: "No inspection is recorded that fits.",
    counted: (inspections: number) => (inspections === 1 ? "1 inspection" : `${inspections} inspections`),
    time: (median: string, most: string, longest: string) =>
      `From request to record: half within ${median} s, 95 % within ${most} s, the longest ${longest} s`,
    rated: (rated: number, mean: string) => `${rated} rated, ${mean} of 5 on average`,
    overridden: (overridden: number, decided: number, percent: string) =>
      `Overridden: ${overridden} of ${decided} verdicts that a person confirmed or corrected, ${percent} %`,
    interval: (low: string, high: string) =>
      `  95 % interval ${low} to ${high} %; a review cannot be overridden`,
    confirmed: (verdict: string, confirmed: string, inspections: number) =>
      `  ${verdict}, confirmed as ${confirmed}: ${inspections}`,
    columns: {
      product: "product",
      type: "defect type",
      model: "model",
      rating: "rating",
      day: "day",
      inspections: "inspections",
      meanRating: "mean rating",
      overridden: "overridden",
    },
    captureAlone: "none (capture alone)",
    withoutType: "none",
    unrated: "not rated",
    invalid: {
      code: "It must be lower-case letters, digits and hyphens.",
      rating: "It must be a whole number from 1 to 5.",
      day: "It must be a day such as 2026-01-31, or a moment such as 2026-01-31T08:00:00Z.",
      text: "It must be 1 to 200 letters.",
    },
  },
};
