// Pictures that Gumsa holds, by their addresses: as resources to look at, and as input to another inspection.
import { UriTemplate } from "@modelcontextprotocol/sdk/shared/uriTemplate.js";
import { CaseId } from "../domain/case.ts";
import { InspectionId, PICTURE_KINDS } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector, NamedBytes } from "../inspector.ts";
import { TEMPLATES } from "./uris.ts";

export interface StoredPicture extends NamedBytes {
  readonly mimeType: string;
}

const KINDS = ["source", ...PICTURE_KINDS] as const;

/** Throws `usage_invalid` for an address of anything else, and what reading throws. */
export const pictureAt = async (uri: string, inspector: Inspector): Promise<StoredPicture> => {
  const picture = variablesOf(TEMPLATES.picture, uri);
  if (picture) return inspectionPicture(picture.id ?? "", picture.kind ?? "", inspector);
  const known = variablesOf(TEMPLATES.caseImage, uri);
  if (known) return casePicture(known.id ?? "", inspector);
  throw new GumsaError("usage_invalid", `${uri} is not the address of a picture.`, {
    hint: `${TEMPLATES.picture} with kind source, or ${TEMPLATES.caseImage}`,
  });
};

const variablesOf = (template: string, uri: string): Readonly<Record<string, string>> | undefined => {
  const found = new UriTemplate(template).match(uri);
  return found
    ? Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
    : undefined;
};

/** Throws `inspection_unknown`, `picture_unknown`. */
export const inspectionPicture = async (
  id: string,
  kind: string,
  inspector: Inspector,
): Promise<StoredPicture> => {
  const inspection = await inspector.inspections.get(knownId(id));
  const known = KINDS.find((name) => name === kind);
  const bytes = known && (await inspector.inspections.picture(inspection, known));
  const [first] = inspection.images;
  if (known === undefined || bytes === undefined || first === undefined) {
    const kinds = ["source", ...Object.keys(inspection.pictures)].join(", ");
    throw new GumsaError("picture_unknown", `The inspection ${id} has no picture of the kind ${kind}.`, {
      hint: `it has ${kinds}`,
    });
  }
  if (known !== "source") return { bytes, fileName: `${known}.png`, mimeType: "image/png" };
  return { bytes, fileName: first.fileName, mimeType: `image/${first.image.format}` };
};

export const knownId = (id: string): InspectionId => {
  const parsed = InspectionId.safeParse(id);
  if (parsed.success) return parsed.data;
  throw new GumsaError(
    "inspection_unknown",
    `${id} is not the id of an inspection: insp_ and 20 letters or digits.`,
  );
};

/** Throws `case_unknown`. */
export const casePicture = async (id: string, inspector: Inspector): Promise<StoredPicture> => {
  const parsed = CaseId.safeParse(id);
  const [product = ""] = id.split("_"); // the naming rule of cases
  const known = parsed.success ? await inspector.cases.list(product) : [];
  const found = known.find((entry) => entry.id === id);
  if (!found) throw new GumsaError("case_unknown", `No case with the id ${id} is stored.`);
  const bytes = await inspector.blobs.get(found.image.id);
  return { bytes, fileName: found.fileName, mimeType: `image/${found.image.format}` };
};
