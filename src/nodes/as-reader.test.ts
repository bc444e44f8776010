import { describe, expect, it } from "vitest";
import { GumsaError } from "../errors.ts";
import { asReader } from "./as-reader.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";

const read = (reading: Parameters<typeof asReader>[1]) => asReader("detectAnomaly", reading)(EMPTY_FACTS, {});

describe("a reader", () => {
  it("that found something says that it ran", async () => {
    expect(await read(async () => ({ versions: { bank: "b" } }))).toEqual({
      versions: { bank: "b" },
      readers: { detectAnomaly: { status: "ran" } },
    });
  });

  it("that has nothing to read is skipped with its reason", async () => {
    expect(await read(async () => ({ skipped: "no product was named" }))).toEqual({
      readers: { detectAnomaly: { status: "skipped", reason: "no product was named" } },
    });
  });

  it("that cannot do its job fails with its code", async () => {
    const fail = async () => {
      throw new GumsaError("model_damaged", "the network is broken");
    };
    expect(await read(fail)).toEqual({
      readers: {
        detectAnomaly: { status: "failed", code: "model_damaged", reason: "the network is broken" },
      },
    });
  });

  it("lets a bug and a cancellation pass through", async () => {
    const stumble = async () => {
      throw new TypeError("a bug");
    };
    const stop = async () => {
      throw new GumsaError("cancelled", "stopped");
    };
    await expect(read(stumble)).rejects.toThrow("a bug");
    await expect(read(stop)).rejects.toMatchObject({ code: "cancelled" });
  });
});
