import { Argument, type Command } from "commander";
import { z } from "zod";
import { DefectTypes } from "../domain/defect-type.ts";
import { Inspection } from "../domain/inspection.ts";
import type { Context } from "./context.ts";
import { answer, print } from "./output.ts";

const NAMES = ["inspection", "types"] as const;
type SchemaName = (typeof NAMES)[number];

/** What Gumsa writes is described as written, what it reads as accepted. */
const jsonSchemaOf = (name: SchemaName): object => {
  const options = { target: "draft-2020-12" } as const;
  if (name === "types") return z.toJSONSchema(DefectTypes.meta({ title: name }), { ...options, io: "input" });
  return z.toJSONSchema(Inspection.meta({ title: name }), options);
};

export const addSchemaCommand = (program: Command, context: Context): void => {
  const words = context.words.help.schema;
  program
    .command("schema")
    .description(words.does)
    .addArgument(new Argument("[name]", words.name).choices(NAMES))
    .action((name: SchemaName | undefined) => {
      if (name === undefined) return answer(context, NAMES, () => NAMES.join("\n"));
      print(context.io, JSON.stringify(jsonSchemaOf(name), null, 2));
    });
};
