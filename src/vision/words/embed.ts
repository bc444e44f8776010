// Pictures and words as vectors of one space (CLIP; Radford et al. 2021, arXiv 2103.00020), in a worker.
import { type Bench, defineJob } from "../../inference/job.ts";
import type { FolderModel } from "../../inference/model-store.ts";
import { type ImageText, openImageText } from "../../inference/transformers.ts";
import { resizePicture } from "../input-size.ts";
import type { Picture } from "../picture.ts";

export const embedPictures = defineJob(
  import.meta.url,
  "embedPictures",
  async (
    { pictures, model }: { pictures: readonly Picture[]; model: FolderModel<"image-text"> },
    bench,
  ): Promise<Float32Array[]> => {
    const network = await networkOf(model, bench);
    const vectors: Float32Array[] = [];
    for (const picture of pictures) vectors.push(await network.picture(picture));
    return vectors;
  },
);

export const embedWords = defineJob(
  import.meta.url,
  "embedWords",
  async (
    { text, model }: { text: string; model: FolderModel<"image-text"> },
    bench,
  ): Promise<{ vector: Float32Array }> => ({ vector: await (await networkOf(model, bench)).words(text) }),
);

const networkOf = (
  { folder, sha256 }: Pick<FolderModel, "folder" | "sha256">,
  bench: Bench,
): Promise<ImageText> => bench.kept(`words ${sha256}`, () => openImageText(folder, resizePicture));
