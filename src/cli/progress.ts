// Long work tells how far it is: on a terminal as a bar with the time left, elsewhere as one plain line a
// step. All of it goes to standard error.
import { SingleBar } from "cli-progress";
import type { Progress, ProgressStep } from "../inspector.ts";
import type { Context } from "./context.ts";
import { note } from "./output.ts";

export interface ProgressDisplay extends Disposable {
  /** To hand to the inspector. */
  readonly progress: Progress;
  /** The picture that was told last, of several, and the time that the others will take. */
  readonly showPicture: (picture: ToldPicture) => void;
  /** Any other step, from 0 to 1. */
  readonly showStep: (label: string, share: number) => void;
  /** Takes the bar from the terminal, before something else is printed there. */
  readonly clear: () => void;
}

interface ToldPicture {
  readonly file: string;
  /** How many were told, this one included. */
  readonly done: number;
  readonly count: number;
  /** Since the first was begun. */
  readonly elapsedMs: number;
}

/** A bar's resolution; shares run from 0 to 1. */
const TICKS = 1000;

export const createProgress = ({ io, words }: Pick<Context, "io" | "words">): ProgressDisplay => {
  const show = io.stderr.isTTY ? createBar(io.stderr, words.progress.timeLeft) : createLines(io);
  return {
    progress: {
      signal: io.signal,
      onProgress: (step: ProgressStep, share: number) => show.update(words.progress.steps[step], share),
    },
    showPicture: ({ done, count, file, elapsedMs }) => {
      const isBarSeen = io.stderr.isTTY && !io.stdout.isTTY;
      if (isBarSeen) return show.update(words.progress.pictures(count), done / count);
      show.clear();
      const left = minutesAndSeconds(((elapsedMs / done) * (count - done)) / 1000);
      note(io, `${words.progress.picture(done, count, file)}  ${words.progress.timeLeft} ${left}`);
    },
    showStep: show.update,
    clear: show.clear,
    [Symbol.dispose]: show.clear,
  };
};

interface Indicator {
  readonly update: (label: string, share: number) => void;
  readonly clear: () => void;
}

const createBar = (stream: NodeJS.WritableStream, timeLeft: string): Indicator => {
  let shown: { readonly bar: SingleBar; readonly label: string } | undefined;
  const clear = (): void => {
    shown?.bar.stop();
    shown = undefined;
  };
  return {
    update: (label, share) => {
      const ticks = Math.round(share * TICKS);
      if (shown?.label === label) return shown.bar.update(ticks);
      clear();
      const format = `${label} {bar} {percentage} %  ${timeLeft} {eta_formatted}`;
      const bar = new SingleBar({ ...BAR, stream, format });
      bar.start(TICKS, ticks);
      shown = { bar, label };
    },
    clear,
  };
};

/** `1:05`; dots while nothing can be said yet. */
export const minutesAndSeconds = (seconds: number): string =>
  Number.isFinite(seconds)
    ? `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`
    : "…";

const BAR = { barsize: 24, clearOnComplete: true, linewrap: true, formatTime: minutesAndSeconds } as const;

const createLines = (io: Context["io"]): Indicator => {
  let last: string | undefined;
  return {
    update: (label) => {
      if (label !== last) note(io, label);
      last = label;
    },
    clear: () => {},
  };
};
