import { parse } from "node:path";
import type { DataFile } from "../suite.ts";
import { byStem } from "./folder.ts";

/**
 * Finds a picture's mask: of the same name, of the name with `_mask` or `_gt`, or else of the same numbers
 * (`D_01_1` and `GT_01_1`), where no other picture and no other mask has them.
 */
export const maskFinder = (
  pictures: readonly DataFile[],
  masks: readonly DataFile[],
): ((picture: DataFile) => { readonly mask?: DataFile }) => {
  const named = byStem(masks);
  const [numbered, counted] = [onlyByNumbers(masks), onlyByNumbers(pictures)];
  return (picture) => {
    const { name } = parse(picture.name);
    const numbers = numbersIn(picture);
    const sameNumbers = counted.has(numbers) ? numbered.get(numbers) : undefined;
    const mask = named.get(name) ?? named.get(`${name}_mask`) ?? named.get(`${name}_gt`) ?? sameNumbers;
    return mask ? { mask } : {};
  };
};

const onlyByNumbers = (files: readonly DataFile[]): Map<string, DataFile> => {
  const [found, twice] = [new Map<string, DataFile>(), new Set<string>()];
  for (const file of files) {
    const numbers = numbersIn(file);
    if (found.has(numbers)) twice.add(numbers);
    found.set(numbers, file);
  }
  for (const numbers of twice) found.delete(numbers);
  found.delete("");
  return found;
};

const numbersIn = ({ name }: DataFile): string => (parse(name).name.match(/\d+/g) ?? []).join(" ");
