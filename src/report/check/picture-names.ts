// The names of picture files. People sort pictures into folders by what is on them (burr/01.jpg, 불합격/3.png), so a
// name holds words of defects and verdicts without claiming either.
import { textsIn } from "./carried-numbers.ts";
import type { CheckContext } from "./fault.ts";

const IS_PICTURE = /\.(?:jpe?g|png|bmp|tiff?|webp)$/iu;

/** Only those that the evidence or the record holds: an invented name is read word by word. */
export const withoutPictureNames = (
  text: string,
  { evidence, names = [] }: Pick<CheckContext, "evidence" | "names">,
): string =>
  [...names, ...evidence.flatMap(textsIn)]
    .filter((name) => IS_PICTURE.test(name))
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, " "), text);
