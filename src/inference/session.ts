// The only file that knows onnxruntime-node. One session runs on one thread: work is spread over worker
// threads (job-pool.ts), because `run` blocks the thread that calls it.
import * as ort from "onnxruntime-node";
import { GumsaError } from "../errors.ts";

/** Row-major float32 numbers and their shape. */
export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Whole numbers, as language models take their tokens. */
export interface IdTensor {
  readonly data: BigInt64Array;
  readonly dims: readonly number[];
}

export interface Session {
  /** By name, with the dimensions that the file fixes; undefined stands for any size. */
  readonly inputs: readonly { readonly name: string; readonly dims: readonly (number | undefined)[] }[];
  readonly outputs: readonly string[];
  /** Gives the named outputs, or all of them. */
  run(
    feeds: Readonly<Record<string, Tensor | IdTensor>>,
    outputs?: readonly string[],
  ): Promise<Record<string, Tensor>>;
}

export const openSession = async (path: string): Promise<Session> => {
  const session = await ort.InferenceSession.create(path, OPTIONS).catch((cause: unknown) => {
    throw new GumsaError("model_damaged", `${path} is not a model that ONNX Runtime can load.`, {
      hint: "run `gumsa doctor`",
      cause,
    });
  });
  return {
    inputs: session.inputMetadata.map((input) => ({
      name: input.name,
      dims: input.isTensor ? input.shape.map((size) => (typeof size === "number" ? size : undefined)) : [],
    })),
    outputs: session.outputNames,
    async run(feeds, outputs = session.outputNames) {
      const results = await session.run(mapValues(feeds, toOrt), outputs);
      return mapValues(results, fromOrt);
    },
  };
};

const OPTIONS: ort.InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
};

const toOrt = ({ data, dims }: Tensor | IdTensor): ort.Tensor =>
  data instanceof Float32Array ? new ort.Tensor("float32", data, dims) : new ort.Tensor("int64", data, dims);

const fromOrt = (tensor: ort.OnnxValue): Tensor => {
  if (!(tensor.data instanceof Float32Array)) throw new TypeError(`a ${tensor.type} tensor is not float32`);
  return { data: tensor.data, dims: tensor.dims };
};

const mapValues = <A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
