import type { CaptureGrade } from "../domain/capture-grade.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { InspectionNode, NodeDeps } from "./node.ts";

const WORST_LAST: readonly CaptureGrade["grade"][] = ["usable", "limited", "unusable"];

/** Grades each view's picture; the worst one is the inspection's grade. */
export const gradeCaptureNode =
  ({ tools }: NodeDeps): InspectionNode =>
  async ({ request, product }, run) => {
    const grades = await Promise.all(
      request.images.map(({ id, view }) =>
        tools.gradeCapture({ image: id, product: product?.id ?? null, view }, run),
      ),
    );
    const capture = worstOf(grades);
    return { capture, evidence: evidenceOf(capture), readers: { gradeCapture: { status: "ran" } } };
  };

const worstOf = (grades: readonly CaptureGrade[]): CaptureGrade => {
  const [worst] = grades.toSorted((a, b) => WORST_LAST.indexOf(b.grade) - WORST_LAST.indexOf(a.grade));
  if (!worst) throw new RangeError("an inspection without a picture");
  return worst;
};

/** D0 is the grade as a whole, D1 and on the degradations, worst first. */
const evidenceOf = ({ grade, references, degradations }: CaptureGrade): Evidence[] => [
  { id: "D0", kind: "capture", grade, references },
  ...degradations.map((degradation, i) => ({
    id: `D${i + 1}`,
    kind: "degradation" as const,
    degradation,
  })),
];
