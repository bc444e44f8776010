import type { Inspection, InspectionRequest } from "../domain/inspection.ts";
import { RULE_WRITER } from "../domain/language-model.ts";
import { DEFAULT_VIEW, type Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput, Progress } from "./inputs.ts";
import { askedPhrases } from "./asked-phrases.ts";
import { chosenReference } from "./chosen-reference.ts";
import { followed } from "./followed.ts";
import { modelName } from "./model-name.ts";
import { newId } from "./new-id.ts";
import { PARKED } from "./parked.ts";
import type { Parts } from "./parts.ts";
import { preload } from "./preload.ts";
import { resolvedWriter } from "./writers.ts";

export const inspect = async (
  input: InspectInput,
  product: Product | null,
  { parts, run }: { parts: Parts; run: Progress },
): Promise<Inspection> => runRequest(await acceptRequest(input, product, parts), product, { parts, run });

/** Runs the graph over a request, from its last checkpoint where an earlier run was cut off. */
export const runRequest = async (
  request: InspectionRequest,
  product: Product | null,
  { parts, run }: { parts: Parts; run: Progress },
): Promise<Inspection> => {
  using _loading = preload(request, parts);
  try {
    const inspection = await followed(request, product, { parts, run });
    if (inspection) {
      await parts.announce(inspection);
      return inspection;
    }
    throw new TypeError("the graph ended without an inspection");
  } catch (error) {
    if (run.signal?.aborted) {
      throw new GumsaError("cancelled", "The inspection was cancelled.", { cause: error });
    }
    throw error;
  } finally {
    if (run.signal?.reason !== PARKED) await parts.store.checkpointer.deleteThread(request.id);
  }
};

/** Stores the pictures; what comes back is all that a run needs, also in another process. */
export const acceptRequest = async (
  { images, language, metadata = {}, reference, deadlineMs, phrases, grounder, ...models }: InspectInput,
  product: Product | null,
  { blobs, store, ...usual }: Parts,
): Promise<InspectionRequest> => {
  const views = images.map(({ view = DEFAULT_VIEW }) => view);
  if (images.length === 0 || new Set(views).size < views.length) {
    throw new GumsaError("usage_invalid", "An inspection takes one picture, or one picture for each view.", {
      hint: "name each view once",
    });
  }
  const stored = images.map(async ({ fileName, bytes, view = DEFAULT_VIEW }) => {
    if (bytes.length > 0) return { view, fileName, id: await blobs.put(bytes) };
    throw new GumsaError("image_unreadable", `${fileName} is not a picture: it is empty (0 bytes).`, {
      hint: "send the whole file",
    });
  });
  return {
    id: newId("insp"),
    createdAt: new Date().toISOString(),
    product: product?.id ?? null,
    images: await Promise.all(stored),
    language: language ?? usual.language,
    ...requestedModels({ ...models, writer: await resolvedWriter(models.writer ?? usual.writer, { store }) }),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(await askedPhrases({ phrases, grounder }, usual.models)),
    ...(reference !== undefined && { reference: await chosenReference(reference, product, store) }),
    metadata,
  };
};

/** Throws `usage_invalid` where the writer is to give an opinion and is no model. */
const requestedModels = ({
  writer,
  opinion,
}: Pick<InspectInput, "opinion"> & { writer: string }): Pick<InspectionRequest, "writer" | "opinion"> => {
  if (opinion === undefined) return { writer: modelName(writer) };
  const name = opinion === true ? writer : opinion;
  if (name !== RULE_WRITER) return { writer: modelName(writer), opinion: modelName(name) };
  throw new GumsaError("usage_invalid", "An opinion is a language model's, and none was named.", {
    hint: "name the model of the opinion, or another writer than rule",
  });
};
