import type { RunEvents } from "../../evals/run.ts";
import type { Context } from "./context.ts";
import { note } from "./output.ts";
import { minutesAndSeconds, type ProgressDisplay } from "./progress.ts";

/** Without a terminal a line is told so often at the most. */
const LINE_EVERY_MS = 10_000;

/** How far a run is: a bar with the time left on a terminal, else a line now and then. */
export const evalEvents = (
  display: ProgressDisplay,
  { io, words, language }: Pick<Context, "io" | "words" | "language">,
): RunEvents => {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return {
    step: (label, share) => display.showStep(label[language], share),
    measured: ({ done, count, id, found, elapsedMs }) => {
      if (io.stderr.isTTY) return display.showStep(words.eval.measuring(count), done / count);
      const now = performance.now();
      if (now - toldAtMs < LINE_EVERY_MS && done < count) return;
      toldAtMs = now;
      const left = minutesAndSeconds(((elapsedMs / (done - found)) * (count - done)) / 1000);
      note(io, `${words.progress.picture(done, count, id)}  ${words.progress.timeLeft} ${left}`);
    },
  };
};
