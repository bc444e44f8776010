import { z } from "zod";

/** What each may do includes what those before it may. */
export const Role = z.enum(["worker", "engineer", "admin"]);
export type Role = z.infer<typeof Role>;

/** A key as it is kept: its secret is known to its holder only. */
export const ApiKey = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens, 40 at most"),
  role: Role,
  createdAt: z.iso.datetime(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** Who changed what. */
export const AuditEntry = z.object({
  at: z.iso.datetime(),
  /** The name of a key, `local` without keys. */
  who: z.string(),
  /** Such as `POST /v1/products`. */
  action: z.string(),
  subject: z.string(),
  status: z.int(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
