// Every word that the command line itself says, in English; subjects with many words have files of their own.
// Korean has exactly the same entries.
import { CHAT_HELP_EN, CHAT_WORDS_EN } from "./messages-chat-en.ts";
import { MODEL_HELP_EN, MODEL_WORDS_EN } from "./messages-models-en.ts";
import { OPERATION_HELP_EN, OPERATION_WORDS_EN } from "./messages-operations-en.ts";
import { PRODUCT_HELP_EN, PRODUCT_WORDS_EN } from "./messages-products-en.ts";
import { STATS_HELP_EN, STATS_WORDS_EN } from "./messages-stats-en.ts";
import { UPKEEP_HELP_EN, UPKEEP_WORDS_EN } from "./messages-upkeep-en.ts";
import { WRITER_HELP_EN, WRITER_WORDS_EN } from "./messages-writers-en.ts";

export const ENGLISH = {
  help: {
    ...MODEL_HELP_EN,
    ...PRODUCT_HELP_EN,
    ...OPERATION_HELP_EN,
    ...CHAT_HELP_EN,
    ...WRITER_HELP_EN,
    ...UPKEEP_HELP_EN,
    ...STATS_HELP_EN,
    program: "Inspect pictures of products: a verdict, its evidence and a report.",
    lang: "language of reports and messages (default: the locale's)",
    json: "print JSON on standard output: one document, or one a line for several pictures",
    version: "print the version",
    help: "show this help",
    inspect: {
      does: "inspect pictures",
      pictures: "pictures, or folders of pictures",
      product: "the product that the pictures show (default: the only one, or the demo product)",
      noProduct: "grade the capture alone",
      view: "the views of one part, in place of pictures: front=a.png side=b.png",
      writer:
        "who phrases the report: rule, a model or profile of the Ollama server, openai/NAME, or an adapter (default: GUMSA_WRITER, else what `gumsa models use` chose)",
      opinion:
        "also ask a model for its own opinion, which the verdict does not count (default: the writer); after the pictures",
      out: "folder for the result (default: gumsa-out/<inspection>; with --json none); one folder each below it for several pictures",
      exitCode:
        "end with the worst verdict: 10 fail, 11 review, 12 retake, 0 pass, in this order; 1 when a picture could not be inspected",
      phrases:
        'look for these, with commas between: "scratch,no rust" (default: the defect types of the product)',
      grounder:
        "who looks for them: cases (the known defects), or a model for boxes (default: the product's own, else cases)",
      reference: "compare with this case (its id) or good picture (its file name), not with the nearest one",
    },
    feedback: {
      does: "record what was done after an inspection; the inspection itself stays as it is",
      inspection: "the inspection's id",
      worker: "who says so",
      action: "what was done with the part",
      rating: "how useful the inspection was, 5 the best",
      verdict: "the verdict as a person confirmed it",
      type: "the defect type as a person confirmed it: one of the product's",
      outcome: "whether the action solved the matter; reports count it for the same defect type",
      asCase: "make the picture a known case of that type at once",
    },
    report: {
      does: "write the report of an inspection as a file, in either language",
      inspection: "the inspection's id",
      format: "pdf, html, md or json",
      out: "the file (default: <inspection>.<language>.<format> here; md and json go to standard output)",
    },
    eval: {
      does: "measure how good Gumsa is on a data set",
      out: "folder for record.json and report.html; an interrupted run goes on there (default: gumsa-out/eval-<suite>; with --json none)",
      seed: "of everything random",
      limit: "measure so many items at the most, spread over good and bad ones",
      compare: {
        does: "say what got better or worse between two runs, and whether that is noise",
        before: "record.json of the first run",
        after: "record.json of the second run",
      },
    },
    doctor: "say what is there, what is missing and how to get it",
    mcp: "serve other agents over standard input and output (Model Context Protocol)",
    serve: {
      does: "serve inspections over HTTP",
      port: "where to listen; 0 takes a free port",
      host: "the address to listen on; beyond this machine only with keys",
    },
    keys: {
      does: "who may use the service",
      add: "make a key; its secret is shown this once",
      list: "list the keys",
      remove: "revoke a key",
      name: "what the key is called",
      role: "what its holder may do",
    },
    schema: { does: "print the JSON Schema of a document", name: "which one; without it, their names" },
  },
  /** Commander's own headings. */
  titles: {} as Readonly<Record<string, string>>,
  ...PRODUCT_WORDS_EN,
  ...MODEL_WORDS_EN,
  ...OPERATION_WORDS_EN,
  ...CHAT_WORDS_EN,
  ...WRITER_WORDS_EN,
  ...UPKEEP_WORDS_EN,
  ...STATS_WORDS_EN,
  progress: {
    timeLeft: "time left",
    steps: {
      read_pictures: "reading pictures",
      audit_pictures: "looking at the good pictures",
      build_bank: "building the memory bank",
      read_manuals: "reading manuals",
      read_cases: "reading known cases",
      describe_pictures: "describing pictures for the search",
      describe_passages: "describing passages for the search",
      send_weights: "sending weights to the server",
      compare_models: "comparing the adapter with its base",
      compare_verdicts: "comparing recorded verdicts",
      pull_model: "fetching the model",
    },
    pictures: (count: number) => `inspecting ${count} pictures`,
    picture: (number: number, count: number, file: string) => `${number}/${count} ${file}`,
  },
  inspect: {
    noPicture: "No picture or folder was named.",
    viewInvalid: (text: string) => `--view ${text} is not of the form view=file.`,
    viewTwice: (view: string) => `The view ${view} is named twice.`,
    buildingDemo: "No product is registered yet: building the memory bank of the demo product once…",
    productUsed: (id: string) => `product: ${id} (none was named)`,
    written: (page: string) => `Written to ${page}`,
    counted: (count: number) => `${count} pictures`,
    verdicts: { pass: "pass", fail: "fail", review: "review", retake: "retake" },
    errors: (count: number) => `could not be inspected ${count}`,
    found: (count: number) => `already there ${count}`,
    pace: (seconds: string) => `${seconds} s a picture`,
  },
  feedback: {
    recorded: (inspection: string) => `The feedback on ${inspection} is recorded.`,
    becameCase: (id: string) => `The picture is now the known case ${id}.`,
    ratingInvalid: "It must be a whole number from 1 to 5.",
  },
  report: { written: (file: string) => `Written to ${file}` },
  eval: {
    measuring: (count: number) => `measuring ${count} items`,
    goesOn: (folder: string) => `The same command goes on where it was (${folder}).`,
    countInvalid: (lowest: number) => `It must be a whole number from ${lowest}.`,
  },
  mcp: { listening: "Listening for an MCP client on standard input. Ctrl-C ends it." },
  serve: {
    listening: (url: string) => `Serving at ${url} (reference: ${url}/docs). Ctrl-C stops.`,
    withoutKeys: "No key exists: only this machine is served. gumsa keys add NAME makes one.",
    stopping: "Stopping: what runs has ten seconds to come to its end; the rest goes on next time.",
    portInvalid: "A port is a whole number from 0 to 65535.",
  },
  keys: {
    toldOnce: "Keep this secret: it is not shown again.",
    removed: (name: string) => `The key ${name} is revoked.`,
  },
  doctor: { ok: "ok", missing: "missing", broken: "broken", hint: "hint" },
  files: {
    notFound: (path: string) => `${path} is not there.`,
    notFoundHint: "check the path",
    unreadable: (path: string, code: string) => `${path} cannot be read (${code}).`,
    noPictures: (folder: string) => `${folder} holds no picture.`,
    noPicturesHint: (extensions: string) => `files that end in ${extensions}`,
    full: (folder: string) => `There is no room left to write ${folder}.`,
    fullHint: "free some room, or name another folder with --out",
    unwritable: (folder: string, code: string) => `${folder} cannot be written (${code}).`,
    unwritableHint: "name another folder with --out",
  },
  failure: {
    usage: (detail: string) => detail,
    cancelled: "The work was cancelled. What was finished before is kept.",
    internal: (id: string) => `a fault in Gumsa itself (${id})`,
    internalHint: "run it again with GUMSA_LOG_LEVEL=debug and report what is logged",
  },
};
