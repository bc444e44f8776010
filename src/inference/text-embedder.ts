/** A model that turns text into unit vectors, wherever it runs. */
export interface TextEmbedder {
  readonly name: string;
  /** Changes with the model's bytes: vectors of another version are made again. */
  version(signal?: AbortSignal): Promise<string>;
  /** Models that know the difference are told whether they see a question or a passage. */
  embed(texts: readonly string[], role: TextRole, signal?: AbortSignal): Promise<Float32Array[]>;
}

export type TextRole = "query" | "passage";

/** Of length 1; a vector of zeros stays what it is. */
export const toUnit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
};
