// What the commands that run a service say, in English: `webhooks`, `watch`, `retention`, `backup`, `restore`.
export const OPERATION_HELP_EN = {
  webhooks: {
    does: "tell other systems of inspections, by signed messages",
    add: "add a target; its secret is shown this once",
    list: "list the targets",
    remove: "tell a target no more",
    log: "show the attempts to tell a target, the newest first",
    url: "the address that messages are sent to",
    verdict: "tell of these verdicts",
    product: "of this product alone",
    id: "the webhook's id",
  },
  watch: {
    does: "inspect the pictures that a line camera drops into a folder, each once; nothing is moved",
    folder: "the folder, with those below it",
    product: "the product that the pictures show (default: the only one, or the demo product)",
    webhook: "tell this address of failed parts, by signed messages",
    once: "inspect what is there and end",
  },
};

export const OPERATION_WORDS_EN = {
  webhooks: {
    toldOnce: "Keep this secret to verify the messages: it is not shown again.",
    none: "No webhook is registered.",
    removed: (id: string) => `The webhook ${id} is removed.`,
    neverTold: "Nothing was sent yet.",
  },
  watch: {
    watching: (folder: string) => `Watching ${folder}. Ctrl-C stops.`,
    summary: (inspected: number, known: number, failed: number) =>
      `${inspected} inspected, ${known} known already, ${failed} not inspected.`,
  },
};
