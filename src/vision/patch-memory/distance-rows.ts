// Squared distances from single vectors of a table to all of it. One row alone costs a pass over the whole table
// in memory, which many share when they are computed together. So whoever wants a row also names those that they
// will probably want next. (The triangle inequality would spare most distances, but one at a time and outside
// ONNX Runtime, which computes all of them sooner than a loop in JavaScript computes one in twenty.)
import type { Bench } from "../../inference/job.ts";
import type { Session, Tensor } from "../../inference/session.ts";

/** Always as many at a time, so that a row's last bit does not depend on what was asked for beside it. */
const ROWS_AT_A_TIME = 64;
/** 268 MB: all rows of 8,192 vectors. Of larger tables the first rows stay, which every selection asks for again. */
export const MOST_KEPT_DISTANCES = 2 ** 26;
/** Rows computed ahead when no more can be kept. */
const MOST_PASSING_ROWS = 4 * ROWS_AT_A_TIME;

export class DistanceRows {
  readonly vectors: Tensor;
  readonly #lengths: Tensor;
  readonly #session: Session;
  readonly #kept = new Map<number, Float32Array>();
  readonly #passing = new Map<number, Float32Array>();

  private constructor(vectors: Tensor, session: Session) {
    this.vectors = vectors;
    this.#session = session;
    this.#lengths = squaredLengths(vectors);
  }

  /** `pairwise`: the path of the operator. */
  static async over(vectors: Tensor, pairwise: string, bench: Bench): Promise<DistanceRows> {
    return new DistanceRows(vectors, await bench.session(pairwise));
  }

  /** The row of a vector; `likely` gives a number of others in the order in which they may be wanted next. */
  async of(index: number, likely: (count: number) => Iterable<number> = () => []): Promise<Float32Array> {
    const known = this.#known(index);
    if (known) return known;
    await this.#compute([index, ...likely(2 * ROWS_AT_A_TIME)]);
    return this.of(index);
  }

  #known(index: number): Float32Array | undefined {
    return this.#kept.get(index) ?? this.#passing.get(index);
  }

  async #compute(wanted: readonly number[]): Promise<void> {
    const missing = [...new Set(wanted)].filter((index) => !this.#known(index)).slice(0, ROWS_AT_A_TIME);
    const [count = 0, dimensions = 0] = this.vectors.dims;
    const a = new Float32Array(ROWS_AT_A_TIME * dimensions); // rows that nobody asked for stay zero
    for (const [row, index] of missing.entries())
      a.set(this.vectors.data.subarray(index * dimensions, (index + 1) * dimensions), row * dimensions);
    const { squares } = await this.#session.run({
      a: { data: a, dims: [ROWS_AT_A_TIME, dimensions] },
      b: this.vectors,
      b_lengths: this.#lengths,
    });
    if (!squares) throw new TypeError("the pairwise operator gave no squares");
    for (const [row, index] of missing.entries())
      this.#keep(index, squares.data.subarray(row * count, (row + 1) * count));
  }

  #keep(index: number, row: Float32Array): void {
    if ((this.#kept.size + 1) * row.length <= MOST_KEPT_DISTANCES) {
      this.#kept.set(index, row);
      return;
    }
    this.#passing.set(index, row);
    for (const oldest of this.#passing.keys()) {
      if (this.#passing.size <= MOST_PASSING_ROWS) return;
      this.#passing.delete(oldest);
    }
  }
}

const squaredLengths = ({ data, dims: [count = 0, dimensions = 0] }: Tensor): Tensor => {
  const lengths = new Float32Array(count);
  for (let i = 0; i < data.length; i++) lengths[Math.floor(i / dimensions)]! += data[i]! ** 2;
  return { data: lengths, dims: [count] };
};
