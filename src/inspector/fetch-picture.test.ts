import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../config.ts";
import { fetchPicture } from "./fetch-picture.ts";

const cameraUrl = async (): Promise<string> => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/shots/a.png" ? 200 : 404).end("picture");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens
};

it("fetches nothing unless a setting allows it, and nothing private unless another does", async () => {
  const url = `${await cameraUrl()}/shots/a.png`;
  const settings = { GUMSA_FETCH_PICTURES: "1" };
  await expect(fetchPicture(url, loadConfig({}))).rejects.toMatchObject({ code: "fetch_disabled" });
  await expect(fetchPicture(url, loadConfig(settings))).rejects.toMatchObject({ code: "address_refused" });
  const open = loadConfig({ ...settings, GUMSA_PRIVATE_ADDRESSES: "allow" });
  expect(await fetchPicture(url, open)).toMatchObject({ fileName: "a.png", bytes: Buffer.from("picture") });
  await expect(fetchPicture(`${url}.gone`, open)).rejects.toMatchObject({ code: "address_unreachable" });
});
