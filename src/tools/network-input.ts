import type { FeatureModel } from "../inference/model-store.ts";
import { inputSize, resizePicture } from "../vision/input-size.ts";
import type { Picture } from "../vision/picture.ts";

/** At what size a bank's network sees pictures. */
export interface InputScale {
  readonly model: FeatureModel;
  readonly inputLongEdgePx: number;
}

/** A picture as the network of this bank wants it. */
export const networkInput = (picture: Picture, { model, inputLongEdgePx }: InputScale): Promise<Picture> => {
  const { multipleOfPx, minimumPx, isSquare } = model.card.input;
  const size = inputSize(picture, { longEdgePx: inputLongEdgePx, multipleOfPx, minimumPx, isSquare });
  return resizePicture(picture, size);
};
