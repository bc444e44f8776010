// The words for looking after a product's good pictures, in English.
import type { AuditKind } from "../domain/product-audit.ts";

export const UPKEEP_HELP_EN = {
  references: {
    does: "add, list and remove the good pictures of a product; its memory bank follows",
    add: "add good pictures, and build the memory bank anew from all of them",
    list: "list the good pictures",
    remove: "remove good pictures; adding them again gives the memory bank of before",
    product: "the product's id",
    pictures: "pictures of good parts, or folders of them",
    names: "file names or ids, as listed",
    view: "the view that they show (default: front)",
    ofProduct: "of this product (default: the only one)",
  },
  audit: "look for suspicious good pictures, and say what to do about each",
  calibrate: {
    does: "show where the threshold comes from, or set another rate of false alarms",
    alpha: "the rate of good parts that may be failed from now on",
    trial: "show what that would change, and leave everything as it is",
    out: "write a page with the scores of the good pictures drawn",
  },
};

export const UPKEEP_WORDS_EN = {
  references: {
    none: "No good picture is stored.",
    added: (count: number) => `${count} good pictures added.`,
    removed: (count: number) => `${count} good pictures removed.`,
    same: "Nothing was changed: they were there already.",
    left: (of: { view: string; references: number }) => `${of.view}: ${of.references} good pictures`,
    threshold: (before: string, now: string) => `threshold ${before} → ${now}`,
    needed: (needed: number) => `too few to fail a part: ${needed} are needed`,
  },
  audit: {
    clean: (references: number) => `nothing suspicious among ${references} good pictures`,
    checked: (of: { view: string; references: number; findings: number }) =>
      `${of.view}: ${of.references} good pictures, ${of.findings} findings`,
    kinds: {
      unlike_others: "unlike the others",
      near_duplicates: "copies of one photograph",
      poor_capture: "poor capture",
      mixed_sizes: "another size",
      too_few: "too few good pictures",
    } satisfies Record<AuditKind, string>,
    distance: (distance: string, usual: string) => `anomaly score ${distance}, usually ${usual}`,
    place: (place: string) => `at ${place}`,
    difference: (difference: string, usual: string) => `difference ${difference}, usually ${usual}`,
    degradations: (kinds: string) => `found: ${kinds}`,
    sizes: (sizes: string) => `sizes: ${sizes}`,
    count: (references: number, needed: number) => `${references} of ${needed}`,
    grades: { usable: "usable", limited: "limited", unusable: "unusable" },
    more: (count: number) => `and ${count} more`,
  },
  calibrate: {
    title: (product: string, alpha: number) => `${product}: rate of false alarms ${alpha}`,
    changed: (product: string, before: number, now: number) =>
      `${product}: rate of false alarms ${before} → ${now}.`,
    tried: (product: string, before: number, now: number) =>
      `${product}: rate of false alarms ${before} → ${now}, a trial. Nothing was changed.`,
    view: (of: { view: string; references: number }) =>
      `${of.view}: ${of.references} good pictures, each scored against the memory bank without it`,
    columns: {
      rate: "rate",
      threshold: "threshold",
      bound: "false alarms below (95 %)",
      needed: "pictures needed",
    },
    unreachable: "too few pictures",
    current: (rate: string) => `${rate} (current)`,
    highest: "highest good pictures:",
    noBank: "The memory bank is not built yet.",
    alphaNeeded: "--trial needs --alpha.",
  },
};
