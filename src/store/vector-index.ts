// The only file that knows hnswlib-node: unit vectors by a number, and the nearest of them by the cosine.
// Loading a damaged file into an index that was initialised ends the whole process, so a file is always
// loaded into a fresh one, and only after its hash was checked (index-files.ts).
import hnswlib from "hnswlib-node";

export interface NearVector {
  readonly id: number;
  /** The cosine, from -1 to 1. */
  readonly cosine: number;
}

const FIRST_CAPACITY = 64;
const FEWEST_SEARCHED = 200;
const GRAPH = { m: 16, efConstruction: 200, randomSeed: 100 } as const;

export class VectorIndex {
  readonly dimensions: number;
  readonly #graph: hnswlib.HierarchicalNSW;
  /** Removed ones stay in the graph until it is built anew, and are passed over. */
  readonly #live: Set<number>;

  private constructor(
    graph: hnswlib.HierarchicalNSW,
    { dimensions, live }: { dimensions: number; live: Set<number> },
  ) {
    this.dimensions = dimensions;
    this.#graph = graph;
    this.#live = live;
  }

  static empty(dimensions: number): VectorIndex {
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    graph.initIndex({ maxElements: FIRST_CAPACITY, ...GRAPH });
    return new VectorIndex(graph, { dimensions, live: new Set() });
  }

  /** The caller has checked the file's bytes. */
  static async load(path: string, dimensions: number): Promise<VectorIndex> {
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    await graph.readIndex(path);
    return new VectorIndex(graph, { dimensions, live: new Set(graph.getIdsList()) });
  }

  get ids(): ReadonlySet<number> {
    return this.#live;
  }

  /** Removed ones counted in. */
  get points(): number {
    return this.#graph.getCurrentCount();
  }

  add(id: number, vector: Float32Array): void {
    const capacity = this.#graph.getMaxElements();
    if (this.#graph.getCurrentCount() >= capacity) this.#graph.resizeIndex(2 * capacity);
    this.#graph.addPoint(Array.from(vector), id);
    this.#live.add(id);
  }

  remove(id: number): void {
    this.#live.delete(id);
  }

  /** Whether the point of this id is exactly this vector. */
  holds(id: number, vector: Float32Array): boolean {
    if (!this.#live.has(id)) return false;
    const point = this.#graph.getPoint(id);
    return point.length === vector.length && point.every((value, i) => value === vector[i]);
  }

  /** The nearest first; as many as there are, where they are fewer. */
  search(vector: Float32Array, count: number): NearVector[] {
    const wanted = Math.min(count, this.#live.size);
    if (wanted === 0) return [];
    this.#graph.setEf(Math.max(FEWEST_SEARCHED, 2 * wanted));
    const isLive = (id: number): boolean => this.#live.has(id);
    const hasRemoved = this.#graph.getCurrentCount() > this.#live.size;
    const found = this.#graph.searchKnn(Array.from(vector), wanted, hasRemoved ? isLive : undefined);
    return found.neighbors.map((id, i) => ({ id, cosine: 1 - (found.distances[i] ?? 1) }));
  }

  save(path: string): Promise<boolean> {
    return this.#graph.writeIndex(path);
  }
}
