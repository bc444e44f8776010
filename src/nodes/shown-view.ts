import type { ViewedImage } from "../domain/inspection.ts";
import type { InspectionFacts } from "./node.ts";

/** The picture that regions and boxes lie on: the first, which is the most suspicious view once that is known. */
export const shownView = ({ images, request }: Pick<InspectionFacts, "images" | "request">) => {
  const [first] = images;
  return first ? { id: first.image.id, view: first.view } : request.images[0];
};

/** That view first; the others keep their order. */
export const shownFirst = (images: readonly ViewedImage[], view: string | undefined): ViewedImage[] => [
  ...images.filter((image) => image.view === view),
  ...images.filter((image) => image.view !== view),
];
