import type { Bench } from "./job.ts";
import { openSession, type Session } from "./session.ts";

const KEPT_VALUES = 4;

export const createBench = (): Bench => {
  const sessions = new Map<string, Promise<Session>>();
  const values = new Map<string, Promise<unknown>>();
  return {
    session(path) {
      const session = sessions.get(path) ?? openSession(path);
      sessions.set(path, session);
      session.catch(() => sessions.delete(path));
      return session;
    },
    kept<T>(key: string, make: () => Promise<T>) {
      const value = (values.get(key) as Promise<T> | undefined) ?? make(); // a key is used with one type only
      values.delete(key);
      values.set(key, value);
      value.catch(() => values.delete(key));
      for (const oldest of [...values.keys()].slice(0, -KEPT_VALUES)) values.delete(oldest);
      return value;
    },
  };
};
