// A client whose types come from the service's own document:
//   npx openapi-typescript http://127.0.0.1:8080/openapi.json --default-non-nullable=false -o gumsa.d.ts
// Whatever the document does not say does not compile.
import createClient, { type ClientOptions } from "openapi-fetch";
import type { paths } from "./gumsa.d.ts";

export const inspectOverHttp = async (picture: Uint8Array, options: ClientOptions): Promise<string[]> => {
  const gumsa = createClient<paths>(options);
  const said: string[] = [];

  const data = Buffer.from(picture).toString("base64");
  const { data: inspection, error } = await gumsa.POST("/v1/inspections", {
    body: { images: [{ data, fileName: "part.jpg" }], metadata: { station: 4 } },
    headers: { "content-type": "application/json" },
  });
  if (error) throw new Error(`${error.code}: ${error.detail}`);
  if (!("verdict" in inspection)) throw new Error("only asked for with Prefer: respond-async");
  said.push(`verdict ${inspection.verdict.kind}`);

  const { id } = inspection;
  const { response } = await gumsa.POST("/v1/inspections/{id}/feedback", {
    params: { path: { id } },
    body: { worker: "Kim", action: "Part taken out", rating: 5, verdict: "fail" },
  });
  said.push(`feedback ${response.status}`);

  const { data: page } = await gumsa.GET("/v1/inspections", {
    params: { query: { rating: 5, text: "part.jpg", limit: 1 } },
  });
  said.push(`found ${page?.inspections[0]?.id === id}, more ${page?.next !== undefined}`);

  const { data: stats } = await gumsa.GET("/v1/stats", { params: { query: { product: "casting" } } });
  said.push(`rated ${stats?.rated}, overridden ${stats?.overridden}`);

  const { data: report } = await gumsa.GET("/v1/inspections/{id}/report", {
    params: { path: { id }, query: { format: "md", lang: "ko" } },
    parseAs: "text",
  });
  said.push(`report ${String(report).includes("#")}`);

  const { error: problem } = await gumsa.GET("/v1/products/{product}", {
    params: { path: { product: "no-such-product" } },
  });
  said.push(`problem ${problem?.code}`);
  return said;
};
