import { runSuite } from "../../evals/run.ts";
import type { RunRecord } from "../../evals/record.ts";
import type { Suite } from "../../evals/suite.ts";
import { suiteOf } from "../../evals/suites.ts";
import { loadConfig } from "../../src/config.ts";
import { createInspector } from "../../src/inspector.ts";
import { createLog } from "../../src/log.ts";

interface Asked {
  readonly suite: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly seed: number;
  readonly limit?: number | undefined;
  readonly draws?: number;
  /** Where an interrupted run is found again. */
  readonly folder?: string;
  readonly signal?: AbortSignal;
}

/** A suite over a store of the run's own: what it needs it learns itself. */
export const runHere = async ({
  suite: name,
  signal = new AbortController().signal,
  ...asked
}: Asked): Promise<{ suite: Suite; record: RunRecord }> => {
  const suite = await suiteOf(name);
  const { record } = await runSuite({
    ...asked,
    suite,
    language: "en",
    openInspector: async (home) => {
      if (home === undefined) throw new Error(`${name}: this run has no products of a user's`);
      return createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
    },
    signal,
    events: {
      step: () => {},
      measured: ({ done, count }) => {
        if (done === count || done % TOLD_EVERY === 0) console.error(`${name}: ${done} of ${count}`);
      },
    },
  });
  return { suite, record };
};

const TOLD_EVERY = 50;
