// What the commands about language models say, in English: `models use`, `adapters`, `compare`, `export`.
export const WRITER_HELP_EN = {
  writers: {
    models: "choose the language model that phrases reports",
    use: "choose who phrases reports from now on, and test whether it sees",
    name: "rule, a model or profile of the Ollama server, openai/NAME, or an adapter",
  },
  adapters: {
    does: "fine-tuned language models, each proven against its base",
    add: "add a fine-tuned model and prove it on recorded inspections",
    prove: "compare an adapter with its base over recorded inspections",
    list: "list the adapters",
    remove: "remove an adapter, from the Ollama server too where it was made there",
    name: "the adapter's name, by which --writer takes it",
    base: "the family that was fine-tuned, such as qwen2-vl",
    against: "the model it is compared with (default: the first of the family on the Ollama server)",
    merged: "a merged model as GGUF: becomes a model of its own on the Ollama server",
    projector: "the projector of a merged model that sees",
    lora: "an adapter file that the Ollama server puts beside the base, where it can",
    endpoint: "an OpenAI-compatible server (llama-server --lora, vLLM) that serves it",
    model: "its name on that server",
    product: "prove it on inspections of this product alone",
    inspections: "prove it on so many of the newest inspections (default: 10)",
  },
  compare: {
    does: "phrase a recorded inspection by several writers, side by side",
    inspection: "the inspection's id",
    writers: "their names, with commas: rule,qwen2.5-vl,my-adapter",
  },
  export: {
    does: "write data for other programs",
    finetune: "confirmed inspections as pairs of instruction and answer, Korean and English",
    out: "the folder to write to",
    product: "of this product alone",
    base: "the family that will be fine-tuned (default: qwen2-vl)",
    with: "a JSONL file of further pairs in the same form, such as degradation diagnoses",
  },
  deadline:
    "time for everything, such as 5s: the verdict always comes, a language model is not waited for longer",
};

export const WRITER_WORDS_EN = {
  writers: {
    chosen: (name: string) => `Reports are phrased by ${name} from now on.`,
    served: (model: string, server: string, profile: string) =>
      `${model}, served by ${server}, profile ${profile}`,
    textOnly: "It takes text alone: it gets the evidence and not the picture.",
    sees: (drawn: string) => `It sees: it read ${drawn} on a test picture.`,
    blind: (drawn: string, said: string) =>
      `It does not see: it read “${said}” where ${drawn} stood on a test picture. Its reports will be withheld.`,
    overridden: "GUMSA_WRITER names a writer in the environment; that one goes before.",
    deadlineInvalid: "It must be a time such as 5s, 800ms or 2m.",
    verdict: (kind: string) => `verdict: ${kind}`,
    section: (section: string, sentences: number, writer: string) =>
      `${section}: ${sentences} sentences by ${writer}`,
  },
  adapters: {
    none: "No adapter is registered.",
    removed: (name: string) => `The adapter ${name} is removed.`,
    oneSource: "An adapter is given by --merged, by --lora, or by --endpoint with --model.",
    countInvalid: "It must be a whole number from 1 on.",
    kinds: { merged: "merged model", lora: "adapter beside its base", served: "served by an endpoint" },
    unproven: "not proven yet: it cannot be chosen as a writer",
    outcomes: {
      proven: "proven: it answers otherwise than its base, and the check removes no larger share",
      ignored: "ignored by the server: every answer is that of its base, word for word",
      worse: "worse than its base: the check removes a larger share of its sentences",
      unanswered: "not proven: it or its base did not answer throughout",
    },
    differing: (differing: number, inspections: number) =>
      `different answers in ${differing} of ${inspections} inspections`,
    tally: (sentences: number, removed: number, fallbacks: number) =>
      `${sentences} sentences, ${removed} removed, ${fallbacks} without an answer`,
  },
  compare: {
    sections: { status: "Status", causes: "Causes", actions: "Actions", prevention: "Prevention" },
    removed: (count: number) => `${count} sentences removed by the check`,
    fallback: (code: string, reason: string) => `written by rules instead: ${code} (${reason})`,
    difference: (writer: string, against: string, here: number, there: number) =>
      `${writer} against ${against}: ${here} sentences of its own, ${there} that it does not have`,
    leftOut: (ids: string) => `does not cite: ${ids}`,
  },
  export: {
    written: (folder: string, train: number, test: number) =>
      `Written to ${folder}: ${train} pairs to train on, ${test} to test on (whole products kept apart).`,
    pairInvalid: (file: string, line: number) =>
      `${file}, line ${line}: not a pair of instruction and answer.`,
  },
};
