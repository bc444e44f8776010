// What is known of a model: where it comes from, how it wants its input, what it gives, how good it is.
// A card of the standard pack states what documentation says; sizes and hashes are only taken for true once a
// pull has locked them (model-lock.ts).
import { z } from "zod";
import { DegradationKind } from "../domain/capture-grade.ts";

export const ModelId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens, 40 at most");

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Relative, with `/`, and never out of its folder. */
const FilePath = z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/, "a relative path");

/** A file of a repository on the hub. */
export const HubFile = z.object({
  path: FilePath,
  /** What the hub's pages state; absent where no page was found that states it. */
  sizeBytes: z.int().positive().optional(),
  sha256: Sha256.optional(),
});
export type HubFile = z.infer<typeof HubFile>;

export const Hub = z.object({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  revision: z.string().default("main"),
  files: z.array(HubFile).min(1),
  /** Nobody has compared this with a download: the lock has what was found. */
  verified: z.literal(false),
});
export type Hub = z.infer<typeof Hub>;

const FeatureInput = z.object({
  name: z.string(),
  colour: z.literal("RGB"),
  range: z.tuple([z.number(), z.number()]),
  mean: z.array(z.number()).length(3),
  std: z.array(z.number()).length(3),
  multipleOfPx: z.int().positive(),
  minimumPx: z.int().positive(),
  /** The longer edge that pictures are brought to; without it near their own resolution. */
  longEdgePx: z.int().positive().optional(),
  /** The network takes a square of that edge and nothing else: pictures lose their shape. */
  isSquare: z.boolean().optional(),
});

const Tap = z.object({
  output: z.string(),
  channels: z.int().positive(),
  stridePx: z.int().positive(),
  /** `map`: [1, channels, rows, columns]. `tokens`: [1, prefix + rows * columns, channels]. */
  layout: z.enum(["map", "tokens"]).default("map"),
});
export type Tap = z.infer<typeof Tap>;

const Described = z.object({
  name: ModelId,
  version: z.string(),
  licence: z.string(),
  limits: z.string(),
  /** Pages that state what this card states. */
  sources: z.array(z.url()).default([]),
  /** What no page confirmed. */
  unverified: z.array(z.string()).default([]),
});

const OnDisk = { file: FilePath, sha256: Sha256, sizeBytes: z.int().positive() };

const Features = Described.extend({
  task: z.literal("patch-features"),
  input: FeatureInput,
  /** Two maps, the finer one first, or one level of tokens. */
  taps: z.array(Tap).min(1).max(2),
});

/** With its file proven: the one of the card, or the one that the lock names. */
export const FeatureModelCard = Features.extend(OnDisk);
export type FeatureModelCard = z.infer<typeof FeatureModelCard>;

/** The network of a detector of fixed words. */
const Detector = z.object({
  kind: z.literal("yolox"),
  /** The picture is laid into a square of this edge. */
  inputPx: z.int().positive(),
  labels: z.array(z.string()).min(1),
});

/** The network that grades captures. */
const CaptureGraderCard = Described.extend({
  task: z.literal("capture-grade"),
  /** In the order of the network's answers. */
  kinds: z.array(DegradationKind),
  /** Numbers that describe a picture's own look. */
  lookSize: z.int().positive(),
  /** Probability from which a kind is reported, without and with good pictures of the product. */
  thresholds: z.object({ alone: z.number(), relative: z.number() }),
  ...OnDisk,
});
export type CaptureGraderCard = z.infer<typeof CaptureGraderCard>;

const onHub = { hub: Hub };

const TextEmbedding = Described.extend({
  task: z.literal("text-embedding"),
  embedding: z.object({
    file: FilePath,
    tokenizer: FilePath.default("tokenizer.json"),
    /** Only where the tokenizer needs it. */
    tokenizerConfig: FilePath.optional(),
    maxTokens: z.int().min(2),
    output: z.string().default("last_hidden_state"),
    pooling: z.literal("mean"),
    prefixes: z.object({ query: z.string(), passage: z.string() }),
  }),
});

/** Everything that can stand in a `card.json`. */
export const ModelCard = z.union([
  FeatureModelCard,
  Features.extend({ file: FilePath, ...onHub }),
  CaptureGraderCard,
  /** A detector of fixed words, on this disk. */
  Described.extend({ task: z.literal("boxes"), detector: Detector, ...OnDisk }),
  /** A picture and a phrase to boxes, run by @huggingface/transformers. */
  Described.extend({
    task: z.literal("boxes"),
    grounder: z.enum(["grounding-dino", "owlv2"]),
    ...onHub,
  }),
  /** Pictures and words to vectors of one space. */
  Described.extend({ task: z.literal("image-text"), ...onHub }),
  /** Words to vectors: on this disk, or from the hub. */
  TextEmbedding.extend(OnDisk),
  TextEmbedding.extend(onHub),
  /** A classifier whose inner levels are not outputs: `models add --taps` makes features of it. */
  Described.extend({ task: z.literal("backbone"), file: FilePath, ...onHub }),
]);
export type ModelCard = z.infer<typeof ModelCard>;
export type ModelTask = ModelCard["task"];
export type BoxesCard = Extract<ModelCard, { task: "boxes" }>;
