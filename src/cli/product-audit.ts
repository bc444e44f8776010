import type { Command } from "commander";
import type { AuditedView, AuditFound, ProductAudit } from "../domain/product-audit.ts";
import type { Context } from "./context.ts";
import type { Words } from "./messages.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

/** More pictures than these of one finding are counted, not named. */
const MOST_NAMED = 8;

export const addProductAudit = (product: Command, context: Context): void => {
  const { help } = context.words;
  product
    .command("audit")
    .description(help.audit)
    .argument("<id>", help.product.id)
    .action((id: string) => audit(id, context));
};

const audit = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const audited = await inspector.products.audit(id, display.progress);
  display.clear();
  answer(context, audited, () => auditText(audited, context));
};

const auditText = ({ views, advice }: ProductAudit, { words, language }: Context): string =>
  views
    .flatMap((view) => [
      headingOf(view, words),
      ...view.findings.flatMap((finding, i) => {
        const isLastOfKind = view.findings[i + 1]?.kind !== finding.kind;
        const what = advice[finding.kind]?.[language];
        return [`  ${findingText(finding, words)}`, ...(isLastOfKind && what ? [`    → ${what}`] : [])];
      }),
    ])
    .join("\n");

const headingOf = ({ view, references, findings }: AuditedView, { audit: said }: Words): string =>
  findings.length > 0
    ? said.checked({ view, references, findings: findings.length })
    : `${view}: ${said.clean(references)}`;

const findingText = (finding: AuditFound, words: Words): string => {
  const { kinds, more } = words.audit;
  const { pictures, kind } = finding;
  const named = pictures.slice(0, MOST_NAMED).map(({ fileName }) => fileName);
  const others = pictures.length - named.length;
  const names = [...named, ...(others > 0 ? [more(others)] : [])].join(", ");
  return [kinds[kind], ...(names ? [names] : []), detailOf(finding, words)].join(" · ");
};

const detailOf = (finding: AuditFound, { audit: said }: Words): string => {
  switch (finding.kind) {
    case "unlike_others": {
      const { distance, usual, box } = finding;
      const place = [box.x, box.y, box.width, box.height].map(Math.round).join(",");
      return `${said.distance(distance.toPrecision(4), usual.toPrecision(4))}, ${said.place(place)}`;
    }
    case "near_duplicates":
      return said.difference(finding.difference.toPrecision(2), finding.usual.toPrecision(2));
    case "poor_capture": {
      const { grade, degradations } = finding.capture;
      const found = degradations.map(({ kind, severity }) => `${kind} ${severity.toFixed(2)}`).join(", ");
      return `${said.grades[grade]}, ${said.degradations(found)}`;
    }
    case "mixed_sizes":
      return said.sizes(
        finding.sizes.map(({ widthPx, heightPx, count }) => `${widthPx} × ${heightPx} (${count})`).join(", "),
      );
    case "too_few":
      return said.count(finding.references, finding.neededReferences);
  }
};
