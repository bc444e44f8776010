// The only file that knows @huggingface/transformers: tokenisers and pre-processing of the models whose folders
// carry both. It is an optional package, imported when such a model is first used, and it is kept from the network:
// folders on this disk are all that it sees.
import { basename, dirname } from "node:path";
import { GumsaError } from "../errors.ts";
import { kernelOf, type PixelSize, type ResizeKernel, SizeRule, sizeBy } from "./picture-size.ts";
import type { Tensor } from "./session.ts";

/** 8-bit RGB, row by row. */
export interface Pixels extends PixelSize {
  readonly rgb: Uint8Array;
}

/**
 * The library's own resizing on Node neither averages when it shrinks nor keeps pixels in their places (an affine
 * transformation that starts at the corner), so pictures come to it at their final size.
 */
export type Resize = (pixels: Pixels, size: PixelSize, kernel: ResizeKernel) => Promise<Pixels>;

/** Pictures and words as unit vectors of one space. */
export interface ImageText {
  picture(pixels: Pixels): Promise<Float32Array>;
  words(text: string): Promise<Float32Array>;
}

export const openImageText = async (folder: string, resize: Resize): Promise<ImageText> => {
  const library = await load(folder);
  const [id, options] = [basename(folder), FROM_DISK];
  const tokenizer = await library.AutoTokenizer.from_pretrained(id, options);
  const inputsOf = await openProcessor(id, library, resize);
  const textModel = await library.CLIPTextModelWithProjection.from_pretrained(id, options);
  const pictureModel = await library.CLIPVisionModelWithProjection.from_pretrained(id, options);
  return {
    async picture(pixels) {
      return unit(numbersOf((await pictureModel(await inputsOf(pixels))).image_embeds).data);
    },
    async words(text) {
      return unit(numbersOf((await textModel(tokenizer([text], PADDED))).text_embeds).data);
    },
  };
};

/** What a model says of a picture and a prompt, before anyone has read it. */
export interface RawBoxes {
  /** [1, boxes, tokens or phrases] */
  readonly logits: Tensor;
  /** [1, boxes, 4]: middle x, middle y, width, height, as parts of the picture. */
  readonly boxes: Tensor;
  /** Of the prompt; the logits of grounding-dino stand in their order. */
  readonly tokens: readonly number[];
}

export interface PhraseDetector {
  run(pixels: Pixels, prompt: string | readonly string[]): Promise<RawBoxes>;
  /** The number of a token that stands alone. */
  tokenOf(text: string): number | undefined;
}

export const openPhraseDetector = async (folder: string, resize: Resize): Promise<PhraseDetector> => {
  const library = await load(folder);
  const [id, options] = [basename(folder), FROM_DISK];
  const tokenizer = await library.AutoTokenizer.from_pretrained(id, options);
  const inputsOf = await openProcessor(id, library, resize);
  const model = await library.AutoModelForZeroShotObjectDetection.from_pretrained(id, options);
  return {
    async run(pixels, prompt) {
      const words = typeof prompt === "string" ? tokenizer(prompt) : tokenizer([...prompt], PADDED);
      const { logits, pred_boxes: boxes } = await model({ ...words, ...(await inputsOf(pixels)) });
      return {
        logits: numbersOf(logits),
        boxes: numbersOf(boxes),
        tokens: Array.from(words.input_ids.data, Number),
      };
    },
    tokenOf: (text) => tokenizer.encode(text, { add_special_tokens: false })[0],
  };
};

const FROM_DISK = {
  local_files_only: true,
  dtype: "fp32",
  device: "cpu",
  session_options: { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 },
} as const;

const PADDED = { padding: "max_length", truncation: true } as const;

type Library = Awaited<ReturnType<typeof load>>;

/** Scaling, cropping and normalising by the folder's preprocessor_config.json. */
const openProcessor = async (id: string, { AutoImageProcessor, RawImage }: Library, resize: Resize) => {
  const processor = await AutoImageProcessor.from_pretrained(id, FROM_DISK);
  const rule = SizeRule.parse(processor.size);
  const kernel = kernelOf(processor.resample);
  processor.do_resize = false;
  processor.do_pad = false;
  return async (pixels: Pixels) => {
    const { rgb, widthPx, heightPx } = await resize(pixels, sizeBy(rule, pixels), kernel);
    return processor([new RawImage(new Uint8ClampedArray(rgb), widthPx, heightPx, 3)]);
  };
};

const load = async (folder: string) => {
  const library = await import("@huggingface/transformers").catch((cause: unknown) => {
    throw new GumsaError("package_missing", "@huggingface/transformers is not installed.", {
      hint: "npm install @huggingface/transformers@4.3.1",
      cause,
    });
  });
  library.env.allowRemoteModels = false;
  library.env.localModelPath = dirname(folder);
  return library;
};

const numbersOf = (tensor: unknown): Tensor => {
  const { data, dims } = tensor as { data: Float32Array; dims: number[] }; // an output of a float32 model
  if (!(data instanceof Float32Array)) throw new TypeError("the model does not give float32 numbers");
  return { data, dims };
};

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => (length > 0 ? value / length : 0));
};
