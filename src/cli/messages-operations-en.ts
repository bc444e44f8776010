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
  backup: {
    does: "copy everything that is kept to a folder, also while a service runs, and verify the copy",
    to: "a new or empty folder",
    restore: "make the store what a backup holds; stop the service first",
    from: "the folder of the backup",
    overwrite: "also where the store is not empty; what is there is moved aside",
  },
  retention: {
    does: "how long pictures and inspections are kept",
    show: "show the rules",
    set: "replace the rules; without an option everything is kept",
    run: "delete now what the rules say; a running service does so once a day",
    pictures: "delete pictures after so many days, by verdict: pass=30,review=90",
    inspections: "delete whole inspections, likewise: pass=365",
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
  backup: {
    made: (folder: string, files: number, megabytes: string) =>
      `Backed up to ${folder} and verified: the database and ${files} files (${megabytes} MB).`,
    restored: (home: string, createdAt: string) => `${home} is as it was backed up at ${createdAt}.`,
    movedTo: (folder: string) => `What was there before is in ${folder}.`,
  },
  retention: {
    pictures: (verdict: string, days: number) => `pictures of ${verdict}: deleted after ${days} days`,
    inspections: (verdict: string, days: number) => `inspections of ${verdict}: deleted after ${days} days`,
    kept: "Everything else is kept, and always what a person confirmed, good pictures and cases.",
    ran: (deleted: { trimmed: number; removed: number; blobs: number }, megabytes: string) =>
      `Deleted: pictures of ${deleted.trimmed} inspections, ${deleted.removed} whole inspections; ${deleted.blobs} files, ${megabytes} MB.`,
    invalid: "Rules are verdicts with days, such as pass=30,review=90.",
  },
  watch: {
    watching: (folder: string) => `Watching ${folder}. Ctrl-C stops.`,
    summary: (inspected: number, known: number, failed: number) =>
      `${inspected} inspected, ${known} known already, ${failed} not inspected.`,
  },
};
