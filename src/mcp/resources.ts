// What an agent may read beside the answers of tools: whole records, whole pictures, pages of manuals.
import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  ErrorCode as ProtocolError,
  McpError,
  type ReadResourceResult,
} from "@modelcontextprotocol/sdk/types.js";
import { PICTURE_KINDS } from "../domain/inspection.ts";
import { type ErrorCode, GumsaError } from "../errors.ts";
import type { Inspector, ManualPage } from "../inspector.ts";
import type { McpContext } from "./context.ts";
import { casePicture, inspectionPicture, knownId, type StoredPicture } from "./stored-pictures.ts";
import { TEMPLATES, uriOf } from "./uris.ts";

/** The newest, in a list of resources. */
const LISTED_INSPECTIONS = 20;

export const addResources = (server: McpServer, { inspector }: Pick<McpContext, "inspector">): void => {
  addRecords(server, inspector);
  addPictures(server, inspector);
  addPages(server, inspector);
};

const addRecords = (server: McpServer, inspector: Inspector): void => {
  const recent = async () => ({
    resources: (await inspector.inspections.list({ limit: LISTED_INSPECTIONS })).map((inspection) => ({
      uri: uriOf.inspection(inspection.id),
      name: `${inspection.verdict.kind}: ${inspection.images[0]?.fileName ?? ""}`,
      mimeType: "application/json",
    })),
  });
  server.registerResource(
    "inspection",
    new ResourceTemplate(TEMPLATES.inspection, { list: recent }),
    { title: "Inspection", description: "The whole record of an inspection.", mimeType: "application/json" },
    (uri, { id }) => read(uri, async () => json(await inspector.inspections.get(knownId(String(id))))),
  );
  const products = async () => ({
    resources: (await inspector.products.list()).map(({ id, names }) => ({
      uri: uriOf.product(id),
      name: `${names.ko}, ${names.en}`,
      mimeType: "application/json",
    })),
  });
  server.registerResource(
    "product",
    new ResourceTemplate(TEMPLATES.product, { list: products }),
    {
      title: "Product",
      description: "A product with its calibration, cases and manuals.",
      mimeType: "application/json",
    },
    (uri, { id }) => read(uri, async () => json(await inspector.products.show(String(id)))),
  );
};

const addPictures = (server: McpServer, inspector: Inspector): void => {
  const kinds = ["source", ...PICTURE_KINDS];
  server.registerResource(
    "picture",
    new ResourceTemplate(TEMPLATES.picture, {
      list: undefined,
      complete: { kind: (start) => kinds.filter((kind) => kind.startsWith(start)) },
    }),
    { title: "Picture of an inspection", description: `kind: ${kinds.join(", ")}`, mimeType: "image/*" },
    (uri, { id, kind }) =>
      read(uri, async () => picture(await inspectionPicture(String(id), String(kind), inspector))),
  );
  server.registerResource(
    "case",
    new ResourceTemplate(TEMPLATES.caseImage, { list: undefined }),
    { title: "Picture of a known defect case", mimeType: "image/*" },
    (uri, { id }) => read(uri, async () => picture(await casePicture(String(id), inspector))),
  );
};

const addPages = (server: McpServer, inspector: Inspector): void => {
  server.registerResource(
    "cited-page",
    new ResourceTemplate(TEMPLATES.citedPage, { list: undefined }),
    {
      title: "Manual page that an inspection cites",
      description: "evidence: such as M1. The quotation is marked.",
      mimeType: "image/png",
    },
    (uri, { id, evidence }) =>
      read(uri, async () => {
        const { evidence: all } = await inspector.inspections.get(knownId(String(id)));
        const cited = all.find((item) => item.id === evidence);
        if (cited?.kind !== "manual") {
          throw new GumsaError("manual_page_unknown", `${evidence} cites no manual in ${id}.`);
        }
        const { documentId, page, quotation } = cited;
        return pagePicture(await inspector.manuals.page(documentId, page, { quote: quotation }));
      }),
  );
  server.registerResource(
    "manual-page",
    new ResourceTemplate(TEMPLATES.manualPage, { list: undefined }),
    { title: "Page of a manual", mimeType: "image/png" },
    (uri, { document, page }) =>
      read(uri, async () =>
        pagePicture(await inspector.manuals.page(`sha256:${String(document)}`, Number(page))),
      ),
  );
};

type Content = { readonly mimeType: string } & ({ readonly text: string } | { readonly blob: string });

const json = (value: unknown): Content => ({
  mimeType: "application/json",
  text: JSON.stringify(value, null, 2),
});
const picture = ({ bytes, mimeType }: Pick<StoredPicture, "bytes" | "mimeType">): Content => ({
  mimeType,
  blob: Buffer.from(bytes).toString("base64"),
});
const pagePicture = ({ png }: ManualPage): Content => picture({ bytes: png, mimeType: "image/png" });

/** The protocol's own code of a resource that is not there. */
const RESOURCE_NOT_FOUND = -32002;
const ABSENT: readonly ErrorCode[] = [
  "inspection_unknown",
  "picture_unknown",
  "product_unknown",
  "case_unknown",
  "manual_page_unknown",
  "blob_missing",
];

const read = async (uri: URL, make: () => Promise<Content>): Promise<ReadResourceResult> => {
  try {
    return { contents: [{ uri: uri.href, ...(await make()) }] };
  } catch (error) {
    if (!(error instanceof GumsaError))
      throw new McpError(ProtocolError.InternalError, "a fault in Gumsa itself");
    const code = ABSENT.includes(error.code) ? RESOURCE_NOT_FOUND : ProtocolError.InternalError;
    throw new McpError(code, `${error.code}: ${error.message}`, { uri: uri.href, hint: error.hint });
  }
};
