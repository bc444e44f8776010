import { withoutQuotations } from "../quotations.ts";
import { type Carried, carriedBy, isCarriedAs } from "./carried-numbers.ts";
import type { Check } from "./fault.ts";
import { numbersIn } from "./sentence-numbers.ts";

/** Every number, in digits or words, is one of the cited evidence, with its unit and what it counts. */
export const numberFault: Check = ({ text, evidence }, context) => {
  const carried = carriedBy(evidence, context);
  const unsupported = numbersIn(withoutNames(withoutQuotations(text), carried)).find(
    (stated) => !carried.numbers.some((number) => isCarriedAs(stated, number)),
  );
  return unsupported === undefined
    ? undefined
    : { reason: "number_without_evidence", detail: unsupported.text };
};

/** A name is only a name where no digit or Latin letter continues it: `A1` is not in `A12`, nor in `BA1`. */
export const withoutNames = (text: string, { names }: Carried): string =>
  names.reduce(
    (rest, name) =>
      rest.replace(
        new RegExp(
          `(?<![\\p{N}\\p{Script=Latin}.])${escaped(name)}(?![\\p{N}\\p{Script=Latin}]|[.,]\\d)`,
          "gu",
        ),
        " ",
      ),
    text,
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
