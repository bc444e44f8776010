// Tells whoever asked that an inspection is recorded: listeners in this process, and webhooks by the queue.
import { EventEmitter } from "node:events";
import type { Inspection } from "../domain/inspection.ts";
import type { Store } from "../store/store.ts";
import type { JobSignals } from "./job-signals.ts";
import type { Operations } from "./operations.ts";
import { queueMessages } from "./webhooks.ts";

export interface Announcements extends Pick<Operations, "onRecorded"> {
  announce(inspection: Inspection): Promise<void>;
}

export const createAnnouncements = (store: Store, signals: JobSignals): Announcements => {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    async announce(inspection) {
      await queueMessages(inspection, store);
      signals.work();
      emitter.emit("recorded", inspection);
    },
    onRecorded(listener) {
      emitter.on("recorded", listener);
      return () => void emitter.off("recorded", listener);
    },
  };
};
