// Who calls, and what they may do. Without any key there is one user, on this machine: the service then listens on
// the loopback address only, and answers only calls that a browser does not make on behalf of another site.
import { createMiddleware } from "hono/factory";
import { Role } from "../domain/api-key.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import type { ApiEnv, Principal } from "./env.ts";

type Keys = Inspector["keys"];

const LOCAL_USER: Principal = { name: "local", role: "admin" };
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Throws `key_missing`, `key_unknown`, `origin_refused`. */
export const authenticate = (keys: Keys) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    const { headers } = context.req.raw;
    context.set("principal", (await isGuarded(keys)) ? await holderOf(headers, keys) : localUser(headers));
    await next();
  });

/** Throws `role_insufficient` for a caller below the role. */
export const atLeast = (role: Role) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    const { name, role: held } = context.get("principal");
    if (Role.options.indexOf(held) >= Role.options.indexOf(role)) return next();
    throw new GumsaError("role_insufficient", `The key ${name} has the role ${held}; this takes ${role}.`);
  });

/** Whether any key exists. */
export const isGuarded = async (keys: Keys): Promise<boolean> => (await keys.list()).length > 0;

const holderOf = async (headers: Headers, keys: Keys): Promise<Principal> => {
  const secret = secretOf(headers);
  if (secret === undefined) {
    throw new GumsaError("key_missing", "The request carries no key.", {
      hint: "send Authorization: Bearer KEY",
    });
  }
  const found = await keys.find(secret);
  if (found) return found;
  throw new GumsaError("key_unknown", "The key is not known, or was revoked.", {
    hint: "an admin makes keys: gumsa keys add NAME, or POST /v1/keys",
  });
};

const secretOf = (headers: Headers): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? headers.get("x-api-key") ?? undefined;

/** A page of another site reaches a loopback address through the browser, or by giving it a name of its own. */
const localUser = (headers: Headers): Principal => {
  const host = headers.get("host");
  if (host !== null && !LOOPBACK_HOST.test(host)) {
    throw new GumsaError("origin_refused", `Without keys only this machine is served, not ${host}.`, {
      hint: "gumsa keys add NAME --role worker",
    });
  }
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return LOCAL_USER;
  throw new GumsaError("origin_refused", "Another site's page may not call this service.");
};
