// The connected parts of a mask, eight neighbours, as MVTec AD counts regions.
import type { Box } from "../../src/domain/region.ts";
import type { Size } from "../../src/vision/input-size.ts";

export interface LabelledMask {
  /** For each pixel the number of its region from 1 on, 0 outside. */
  readonly labels: Int32Array;
  /** The pixels of region i + 1. */
  readonly sizes: readonly number[];
}

/** The box around each region. */
export const boxesOfRegions = (mask: Uint8Array, size: Size): Box[] => {
  const { labels, sizes } = labelRegions(mask, size);
  const edges = sizes.map(() => ({ left: size.widthPx, right: 0, top: size.heightPx, bottom: 0 }));
  labels.forEach((label, i) => {
    const edge = edges[label - 1];
    if (!edge) return;
    const [x, y] = [i % size.widthPx, Math.floor(i / size.widthPx)];
    edge.left = Math.min(edge.left, x);
    edge.right = Math.max(edge.right, x + 1);
    edge.top = Math.min(edge.top, y);
    edge.bottom = Math.max(edge.bottom, y + 1);
  });
  return edges.map(({ left, right, top, bottom }) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
  }));
};

export const labelRegions = (mask: Uint8Array, { widthPx, heightPx }: Size): LabelledMask => {
  const labels = new Int32Array(mask.length);
  const sizes: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] && !labels[start]) sizes.push(fill(start, sizes.length + 1));
  }
  return { labels, sizes };

  function fill(start: number, label: number): number {
    const open = [start];
    labels[start] = label;
    let size = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      size++;
      const [x, y] = [next % widthPx, Math.floor(next / widthPx)];
      for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column++) {
          const neighbour = row * widthPx + column;
          if (!mask[neighbour] || labels[neighbour]) continue;
          labels[neighbour] = label;
          open.push(neighbour);
        }
      }
    }
    return size;
  }
};
