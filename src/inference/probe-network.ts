// What an ONNX file gives, found by running it once on an empty picture.
import { GumsaError } from "../errors.ts";
import { defineJob } from "./job.ts";
import type { Tap } from "./model-card.ts";
import { openSession, type Session } from "./session.ts";

export interface NetworkFacts {
  readonly inputName: string;
  /** The file fixes its input to this square. */
  readonly fixedPx?: number;
  readonly taps: readonly Tap[];
}

/** Throws `model_unfit` for a network that does not take one picture, or whose outputs are no feature levels. */
export const probeNetwork = defineJob(
  import.meta.url,
  "probeNetwork",
  async (task: { path: string; outputs: readonly string[]; inputPx: number }): Promise<NetworkFacts> => {
    const session = await openSession(task.path);
    const { name, dims } = pictureInput(session);
    const fixedPx = dims[2];
    if (fixedPx !== undefined && (fixedPx !== task.inputPx || dims[3] !== fixedPx)) {
      throw unfit(`its input is fixed to ${dims[3]} x ${fixedPx} px`, `--input ${fixedPx}`);
    }
    const results = await run(session, name, task);
    const taps = task.outputs.map((output) => tapOf(output, results[output]?.dims ?? [], task.inputPx));
    return { inputName: name, ...(fixedPx !== undefined && { fixedPx }), taps: ordered(taps) };
  },
);

/** Which of the names the file does not have as outputs. */
export const missingOutputs = defineJob(
  import.meta.url,
  "missingOutputs",
  async (task: { path: string; outputs: readonly string[] }): Promise<string[]> => {
    const { outputs } = await openSession(task.path);
    return task.outputs.filter((name) => !outputs.includes(name));
  },
);

const pictureInput = ({ inputs }: Session): Session["inputs"][number] => {
  const [input, ...others] = inputs;
  const isPicture = input?.dims.length === 4 && (input.dims[1] ?? 3) === 3;
  if (input && isPicture && others.length === 0) return input;
  throw unfit("it does not take one picture of three planes and nothing else", "training/expose-taps.py");
};

const run = async (
  session: Session,
  input: string,
  { outputs, inputPx }: { outputs: readonly string[]; inputPx: number },
): ReturnType<Session["run"]> => {
  const data = new Float32Array(3 * inputPx * inputPx);
  try {
    return await session.run({ [input]: { data, dims: [1, 3, inputPx, inputPx] } }, outputs);
  } catch (cause) {
    throw new GumsaError("model_unfit", `The network does not run on a picture of ${inputPx} px.`, {
      hint: "name the size that it was trained with: --input",
      cause,
    });
  }
};

const tapOf = (output: string, dims: readonly number[], inputPx: number): Tap => {
  const [, channels = 0, rows = 0] = dims;
  if (dims.length === 4 && rows > 1 && dims[3] === rows) {
    return { output, channels, stridePx: Math.max(1, Math.round(inputPx / rows)), layout: "map" };
  }
  const [, tokens = 0, width = 0] = dims;
  const side = Math.floor(Math.sqrt(tokens));
  if (dims.length === 3 && side > 1 && inputPx % side === 0) {
    return { output, channels: width, stridePx: inputPx / side, layout: "tokens" };
  }
  throw unfit(
    `its output ${output} of ${dims.join(" x ")} is no level of features`,
    "training/expose-taps.py FILE",
  );
};

/** Two maps, the finer one first, or one level of tokens. */
const ordered = (taps: readonly Tap[]): Tap[] => {
  const isTokens = taps.length === 1 && taps[0]?.layout === "tokens";
  const isMaps = taps.length === 2 && taps.every(({ layout }) => layout === "map");
  if (isTokens || isMaps) return taps.toSorted((one, other) => one.stridePx - other.stridePx);
  throw unfit(
    "features are two maps, a finer and a coarser one, or one level of tokens",
    "--taps FINE,COARSE",
  );
};

const unfit = (reason: string, hint: string): GumsaError =>
  new GumsaError("model_unfit", `The network cannot be used: ${reason}.`, { hint });
