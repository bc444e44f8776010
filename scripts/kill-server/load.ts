// Clients that send pictures until they are told to stop. What the service has acknowledged is written down at once.
export interface Acknowledged {
  readonly inspection: string;
  /** `accepted`: answered 202; `recorded`: answered 201 with the record. */
  readonly as: "accepted" | "recorded";
}

export interface LoadOptions {
  readonly url: string;
  readonly clients: number;
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
  readonly signal: AbortSignal;
  readonly acknowledge: (what: Acknowledged) => void;
}

/** Every third waits for its record, every seventh is a batch; refusals and cut lines are no acknowledgements. */
export const putUnderLoad = async (options: LoadOptions): Promise<void> => {
  let sent = 0;
  const client = async (): Promise<void> => {
    while (!options.signal.aborted) {
      const number = sent++;
      await send(number, options).catch(() => {}); // the service was killed, or the load was stopped
      await pause(options.signal);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
};

const send = async (number: number, options: LoadOptions): Promise<void> => {
  const picture = options.pictures[number % options.pictures.length] ?? new Uint8Array();
  if (number % 7 === 6) return sendBatch(picture, options);
  const isPatient = number % 3 === 2;
  const response = await fetch(`${options.url}/v1/inspections?product=casting&fileName=${number}.jpg`, {
    method: "POST",
    body: picture,
    headers: { "content-type": "image/jpeg", ...(!isPatient && { prefer: "respond-async" }) },
    signal: options.signal,
  });
  const inspection = response.headers.get("location")?.split("/").at(-1);
  if (inspection === undefined) return void (await response.arrayBuffer());
  // The status line alone acknowledges; the rest of the answer may be cut off.
  if (response.status === 202) options.acknowledge({ inspection, as: "accepted" });
  if (response.status === 201) options.acknowledge({ inspection, as: "recorded" });
  await response.arrayBuffer();
};

const sendBatch = async (picture: Uint8Array<ArrayBuffer>, options: LoadOptions): Promise<void> => {
  const form = new FormData();
  for (const name of ["a.jpg", "b.jpg"]) form.append("image", new File([picture], name));
  form.set("product", "casting");
  const { signal, url } = options;
  const response = await fetch(`${url}/v1/batches`, { method: "POST", body: form, signal });
  if (response.status !== 202) return void (await response.arrayBuffer());
  const { id } = (await response.json()) as { id: string };
  const items = await fetch(`${url}/v1/batches/${id}/items`, { signal });
  const { items: found } = (await items.json()) as { items: { inspection: string }[] };
  for (const { inspection } of found) options.acknowledge({ inspection, as: "accepted" });
};

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
