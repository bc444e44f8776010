// Looking after a product that is in use: are its good pictures good, and where does its threshold come from?
import type { Calibration, CalibrationChange } from "../domain/calibration.ts";
import type { Language } from "../domain/language.ts";
import type { AuditKind, ProductAudit } from "../domain/product-audit.ts";
import type { ToolRun } from "../tools/define-tool.ts";
import { renderCalibration } from "../report/calibration-page.ts";
import { knownProduct } from "../tools/known-product.ts";
import { AUDIT_ADVICE } from "./audit-advice.ts";
import { calibrate, calibrationOf } from "./calibration.ts";
import type { Parts } from "./parts.ts";

export interface ProductUpkeep {
  /** Suspicious good pictures, and what to do about each kind. Reads every one of them. Throws `product_unknown`. */
  audit(id: string, run?: ToolRun): Promise<ProductAudit>;
  /** Throws `product_unknown`. */
  calibration(id: string): Promise<Calibration>;
  /** The same as a self-contained page with the scores drawn. Throws `product_unknown`. */
  calibrationPage(id: string, language: Language): Promise<string>;
  /** Sets the rate of false alarms, unless it is a trial. Throws `product_unknown`, `usage_invalid`. */
  calibrate(
    id: string,
    change: { readonly alpha: number; readonly isTrial?: boolean },
  ): Promise<CalibrationChange>;
}

export const upkeepOf = (parts: Parts): ProductUpkeep => ({
  async audit(id, run = {}) {
    const views = await parts.tools.auditReferences({ product: id }, run);
    const kinds = new Set(views.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
    const advice = Object.fromEntries([...kinds].map((kind: AuditKind) => [kind, AUDIT_ADVICE[kind]]));
    return { product: id, views, advice };
  },
  calibration: (id) => calibrationOf(id, parts),
  async calibrationPage(id, language) {
    const product = await knownProduct(id, parts.store);
    return renderCalibration(await calibrationOf(id, parts), product, language);
  },
  calibrate: (id, change) => calibrate(id, change, parts),
});
