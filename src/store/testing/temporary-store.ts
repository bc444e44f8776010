import { openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { temporaryHome } from "./samples.ts";

export interface TemporaryStore {
  readonly store: Store;
  /** Its folder. */
  readonly home: string;
  /** What `beforeEach` gives back, so that every test has a store of its own. */
  readonly close: () => Promise<void>;
}

export const openTemporaryStore = async (): Promise<TemporaryStore> => {
  const home = temporaryHome();
  const store = await openStore({ home: home.path });
  return {
    store,
    home: home.path,
    close: async () => {
      await store[Symbol.asyncDispose]();
      home[Symbol.dispose]();
    },
  };
};
