import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkedUrl, type GuardedRequest, guardedFetch, type Network } from "./guarded-fetch.ts";

const REQUEST: GuardedRequest = { allowsPrivate: false, mostBytes: 1000, mostRedirects: 2, timeoutMs: 2000 };

const serverOf = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return (server.address() as AddressInfo).port; // a TCP server that listens
};

/** As if 127.0.0.1 stood on the internet, and nothing else did. */
const networkOf = (names: Record<string, readonly string[]> = {}): Network & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (host) => {
      asked.push(host);
      return names[host] ?? Promise.reject(new Error("no such name"));
    },
    isPublic: (address) => address === "127.0.0.1",
  };
};

describe("an address that was named", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "file:///etc/passwd",
    "ftp://93.184.216.34/",
    "http://user:secret@93.184.216.34/",
    "//93.184.216.34/",
  ])("is refused: %s", (address) => {
    expect(() => checkedUrl(address, REQUEST)).toThrow(expect.objectContaining({ code: "address_refused" }));
  });

  it.each(["http://93.184.216.34/a.png", "https://[2606:2800:220:1::1]/", "https://camera.example/a.png"])(
    "may be asked: %s",
    (address) => expect(checkedUrl(address, REQUEST).href).toBe(address),
  );
});

describe("a guarded request", () => {
  it("goes to the addresses that were checked, whatever the name answers later", async () => {
    const port = await serverOf((request, response) => response.end(request.headers.host));
    const network = networkOf({ "camera.test": ["127.0.0.1"] });
    const { bytes } = await guardedFetch(`http://camera.test:${port}/`, REQUEST, network);
    expect(Buffer.from(bytes).toString()).toBe(`camera.test:${port}`);
    expect(network.asked).toEqual(["camera.test"]);
  });

  it("refuses a name of which any address is private", async () => {
    const network = networkOf({ "mixed.test": ["127.0.0.1", "10.0.0.1"] });
    await expect(guardedFetch("http://mixed.test/", REQUEST, network)).rejects.toMatchObject({
      code: "address_refused",
    });
  });

  it.each(["http://10.0.0.1/", "http://inside.test/", "file:///etc/passwd"])(
    "checks where a redirect leads: %s",
    async (location) => {
      const port = await serverOf((_, response) => response.writeHead(302, { location }).end());
      const network = networkOf({ "inside.test": ["192.168.0.7"] });
      await expect(guardedFetch(`http://127.0.0.1:${port}/`, REQUEST, network)).rejects.toMatchObject({
        code: "address_refused",
      });
    },
  );

  it("follows no more redirects than it may", async () => {
    const port = await serverOf((_, response) => response.writeHead(302, { location: "/again" }).end());
    await expect(guardedFetch(`http://127.0.0.1:${port}/`, REQUEST, networkOf())).rejects.toMatchObject({
      code: "address_refused",
    });
  });

  it("reads no more bytes than it may, and waits no longer", async () => {
    const large = await serverOf((_, response) => response.end(Buffer.alloc(5000)));
    await expect(guardedFetch(`http://127.0.0.1:${large}/`, REQUEST, networkOf())).rejects.toMatchObject({
      code: "answer_too_large",
    });
    const silent = await serverOf(() => {});
    const hasty = { ...REQUEST, timeoutMs: 50 };
    await expect(guardedFetch(`http://127.0.0.1:${silent}/`, hasty, networkOf())).rejects.toMatchObject({
      code: "address_unreachable",
      message: expect.stringContaining("in time"),
    });
  });
});
