import { type Command, Option } from "commander";
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import type { Webhook, WebhookDelivery } from "../domain/webhook.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";

interface AddOptions {
  readonly verdict: readonly VerdictKind[];
  readonly product?: string;
}

const MOST_DELIVERIES = 50;

export const addWebhooksCommand = (program: Command, context: Context): void => {
  const words = context.words.help.webhooks;
  const webhooks = program.command("webhooks").description(words.does);
  webhooks
    .command("add")
    .description(words.add)
    .argument("<url>", words.url)
    .addOption(new Option("--verdict <verdict...>", words.verdict).choices(VERDICTS).default(["fail"]))
    .option("--product <id>", words.product)
    .action((url: string, options: AddOptions) => add(url, options, context));
  webhooks
    .command("list")
    .description(words.list)
    .action(() => list(context));
  webhooks
    .command("remove")
    .description(words.remove)
    .argument("<webhook>", words.id)
    .action((id: string) => remove(id, context));
  webhooks
    .command("log")
    .description(words.log)
    .argument("<webhook>", words.id)
    .action((id: string) => showLog(id, context));
};

const add = async (url: string, { verdict, product }: AddOptions, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const { webhook, secret } = await inspector.webhooks.add({
    url,
    verdicts: [...verdict],
    ...(product !== undefined && { product }),
  });
  answer(
    context,
    { ...webhook, secret },
    () => `${webhookLine(webhook)}\n${secret}\n${context.words.webhooks.toldOnce}`,
  );
};

const list = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const webhooks = await inspector.webhooks.list();
  answer(context, webhooks, () => webhooks.map(webhookLine).join("\n") || context.words.webhooks.none);
};

const remove = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.webhooks.remove(id);
  answer(context, { removed: id }, () => context.words.webhooks.removed(id));
};

const showLog = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const deliveries = await inspector.webhooks.deliveries(id, { limit: MOST_DELIVERIES });
  const { neverTold } = context.words.webhooks;
  answer(context, deliveries, () => deliveries.map(deliveryLine).join("\n") || neverTold);
};

const webhookLine = ({ id, url, verdicts, product }: Webhook): string =>
  [id, verdicts.join(","), product ?? "*", url].join("  ");

const deliveryLine = ({ at, inspection, attempt, status, error, durationMs }: WebhookDelivery): string =>
  [at, inspection, `#${attempt}`, error ?? status, `${Math.round(durationMs)} ms`].join("  ");
