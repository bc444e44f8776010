// Tells those who wait within this process at once what they would otherwise find out by looking at the store.
import { EventEmitter } from "node:events";
import type { JobId } from "../domain/job.ts";

export interface JobSignals {
  /** There may be something to claim. */
  work(): void;
  onWork(listener: () => void): () => void;
  cancel(id: JobId): void;
  onCancel(listener: (id: JobId) => void): () => void;
  /** An event of this job was written, or its state changed. */
  changed(id: JobId): void;
  onChange(id: JobId, listener: () => void): () => void;
  /** From now on this process works on the queue; or it stopped, and nobody need wait for it. */
  begin(): void;
  stop(): void;
  readonly isStopped: boolean;
  onStop(listener: () => void): () => void;
}

export const createJobSignals = (): JobSignals => {
  const emitter = new EventEmitter().setMaxListeners(0);
  let isStopped = false;
  const on = (name: string, listener: (id: JobId) => void) => {
    emitter.on(name, listener);
    return () => void emitter.off(name, listener);
  };
  return {
    work: () => void emitter.emit("work"),
    onWork: (listener) => on("work", listener),
    cancel: (id) => void emitter.emit("cancel", id),
    onCancel: (listener) => on("cancel", listener),
    changed: (id) => void emitter.emit(`changed ${id}`),
    onChange: (id, listener) => on(`changed ${id}`, listener),
    begin: () => {
      isStopped = false;
    },
    stop: () => {
      isStopped = true;
      emitter.emit("stop");
    },
    get isStopped() {
      return isStopped;
    },
    onStop: (listener) => on("stop", listener),
  };
};
