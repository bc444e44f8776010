import { type Command, Option } from "commander";
import { type ApiKey, Role } from "../domain/api-key.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";

export const addKeysCommand = (program: Command, context: Context): void => {
  const words = context.words.help.keys;
  const keys = program.command("keys").description(words.does);
  keys
    .command("add")
    .description(words.add)
    .argument("<name>", words.name)
    .addOption(new Option("--role <role>", words.role).choices(Role.options).default("worker"))
    .action((name: string, { role }: { role: Role }) => add({ name, role }, context));
  keys
    .command("list")
    .description(words.list)
    .action(() => list(context));
  keys
    .command("remove")
    .description(words.remove)
    .argument("<name>", words.name)
    .action((name: string) => remove(name, context));
};

const add = async (key: Pick<ApiKey, "name" | "role">, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const added = await inspector.keys.add(key);
  answer(
    context,
    { ...added.key, secret: added.secret },
    () => `${added.secret}\n${context.words.keys.toldOnce}`,
  );
};

const list = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const keys = await inspector.keys.list();
  answer(context, keys, () =>
    keys.map(({ name, role, createdAt }) => `${name}  ${role}  ${createdAt.slice(0, 10)}`).join("\n"),
  );
};

const remove = async (name: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.keys.remove(name);
  answer(context, { removed: name }, () => context.words.keys.removed(name));
};
