// The writer that needs no model: one sentence for each point of the plan.
import type { Language } from "../domain/language.ts";
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report, Section, Sentence } from "../domain/report.ts";
import { EN_PHRASES } from "./phrases-en.ts";
import { KO_PHRASES } from "./phrases-ko.ts";
import type { ReportPlan } from "./plan.ts";
import type { Phrases, Point, PointKind } from "./points.ts";

export const writeByRules = (plan: ReportPlan, language: Language): Report => {
  const sentences = (section: Section): Sentence[] =>
    plan.sections[section].map((point) => writePoint(point, language));
  return {
    language,
    writer: RULE_WRITER,
    summary: writePoint(plan.summary, language),
    severity: plan.severity,
    next: { who: plan.next.who, ...writePoint(plan.next.point, language) },
    sections: {
      status: sentences("status"),
      causes: sentences("causes"),
      actions: sentences("actions"),
      prevention: sentences("prevention"),
    },
    removed: [],
  };
};

export const writePoint = (point: Point, language: Language): Sentence => ({
  text: say(PHRASES[language], point),
  evidence: [...point.evidence],
});

const PHRASES: Readonly<Record<Language, Phrases>> = { ko: KO_PHRASES, en: EN_PHRASES };

const say = <Kind extends PointKind>(phrases: Phrases, point: Point<Kind>): string =>
  phrases[point.kind](point);
