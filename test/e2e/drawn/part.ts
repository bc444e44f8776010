// Good parts that differ as parts do: a stamped plate with ribs, lit from a side that wanders, with grain.
// Every part of one product is drawn from the same distribution, so they are exchangeable by construction.

import { createRandom } from "../../../scripts/casting/random.ts";
import type { Picture } from "../../../src/vision/picture.ts";

const SIZE_PX = 96;

export const drawPart = ({ product, part }: { product: number; part: number }): Picture => {
  const fixed = createRandom(product, "product");
  const ribs = 3 + fixed.integer(5);
  const ground = fixed.uniform(90, 150);
  const { normal } = createRandom(product, `part ${part}`);
  const [shiftX, shiftY, light, angle] = [normal(), normal(), 6 * normal(), 0.05 * normal()];
  const grain = 3 + 1.5 * Math.abs(normal());
  const rgb = new Uint8Array(3 * SIZE_PX * SIZE_PX);
  for (let y = 0; y < SIZE_PX; y++) {
    for (let x = 0; x < SIZE_PX; x++) {
      const along = (x + shiftX) * Math.cos(angle) + (y + shiftY) * Math.sin(angle);
      const rib = 25 * Math.max(0, Math.sin((2 * Math.PI * ribs * along) / SIZE_PX));
      const shade = light * (x / SIZE_PX - 0.5);
      rgb.fill(
        Math.max(0, Math.min(255, ground + rib + shade + grain * normal())),
        3 * (y * SIZE_PX + x),
        3 * (y * SIZE_PX + x) + 3,
      );
    }
  }
  return { widthPx: SIZE_PX, heightPx: SIZE_PX, rgb };
};
