// Tells whoever asked that an inspection is recorded.
import { EventEmitter } from "node:events";
import type { Inspection } from "../domain/inspection.ts";
import type { Operations } from "./operations.ts";

export interface Announcements extends Pick<Operations, "onRecorded"> {
  announce(inspection: Inspection): Promise<void>;
}

export const createAnnouncements = (): Announcements => {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    async announce(inspection) {
      emitter.emit("recorded", inspection);
    },
    onRecorded(listener) {
      emitter.on("recorded", listener);
      return () => void emitter.off("recorded", listener);
    },
  };
};
