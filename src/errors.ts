// The one error class and the one table of everything that can go wrong and be told to a user.
// Surfaces translate a code into an exit code or an HTTP status; `docs/errors.md` is written from this table.

export interface ErrorEntry {
  readonly meaning: string;
  readonly httpStatus: number;
  readonly exitCode: 1 | 2;
  /** Whether the same call can succeed later without a change by the caller. */
  readonly isRetryable: boolean;
}

const wrongInput = (meaning: string, httpStatus = 422): ErrorEntry => ({
  meaning,
  httpStatus,
  exitCode: 1,
  isRetryable: false,
});
const wrongCall = (meaning: string): ErrorEntry => ({
  meaning,
  httpStatus: 400,
  exitCode: 2,
  isRetryable: false,
});
const wrongMachine = (meaning: string, isRetryable: boolean): ErrorEntry => ({
  meaning,
  httpStatus: isRetryable ? 503 : 500,
  exitCode: 1,
  isRetryable,
});

export const ERRORS = {
  usage_invalid: wrongCall("The command or request is not one that Gumsa knows."),
  config_invalid: wrongCall("One or more settings are not valid."),
  file_not_found: wrongInput("A file or folder that was named is not there.", 404),
  file_unreadable: wrongInput("A file or folder is there but cannot be read."),
  folder_unwritable: wrongInput("A folder that results go to cannot be written."),
  folder_without_pictures: wrongInput("A folder holds no picture in a format that Gumsa reads."),
  image_unreadable: wrongInput("The bytes are not a picture in a format that Gumsa reads."),
  image_damaged: wrongInput("The picture begins well but its data are broken or end too early."),
  image_too_large: wrongInput("The picture has more pixels than Gumsa accepts.", 413),
  image_too_small: wrongInput("The picture is too small to inspect."),
  product_exists: wrongInput("A product with this id is already registered.", 409),
  product_unknown: wrongInput("No product with this id is registered.", 404),
  product_required: wrongInput("Several products are registered and none was named."),
  product_invalid: wrongInput("The description of a product is not valid."),
  references_too_few: wrongInput("There are too few good pictures to learn from."),
  references_changed: {
    ...wrongInput("Someone else changed the product's good pictures meanwhile.", 409),
    isRetryable: true,
  },
  types_invalid: wrongInput("The file of defect types is not valid."),
  type_in_use: wrongInput("A stored case is of this defect type.", 409),
  type_unknown: wrongInput("The product has no defect type with this code."),
  case_unknown: wrongInput("No case with this id is stored.", 404),
  reference_unknown: wrongInput("The product has no good picture or case of this name.", 404),
  manual_unreadable: wrongInput("The file is not a PDF that Gumsa can read."),
  manual_encrypted: wrongInput("The PDF is protected by a password."),
  manual_without_text: wrongInput("The PDF has no text layer, only pictures of pages."),
  manual_unknown: wrongInput("The product has no manual of this name.", 404),
  manual_page_unknown: wrongInput("A manual has no page of this number.", 404),
  inspection_unknown: wrongInput("No inspection with this id is recorded.", 404),
  thread_unknown: wrongInput("There is no such conversation about this inspection.", 404),
  dataset_unreadable: wrongInput("A data set's folders or files are not laid out as the suite reads them."),
  record_invalid: wrongInput(
    "A recorded evaluation cannot be read, or cannot be compared with the other one.",
  ),
  picture_deleted: wrongInput("The picture was deleted by the rules of retention.", 410),
  store_exists: wrongInput("The folder holds something already.", 409),
  backup_invalid: wrongInput("The folder holds no backup, or one that is not whole."),
  picture_unknown: wrongInput("The inspection has no picture of this kind.", 404),
  body_too_large: wrongInput("The request is larger than the service accepts.", 413),
  key_exists: wrongInput("A key with this name exists.", 409),
  key_name_unknown: wrongInput("No key has this name.", 404),
  key_missing: wrongInput("The request carries no key.", 401),
  key_unknown: wrongInput("The key is not known, or was revoked.", 401),
  role_insufficient: wrongInput("The key's role does not allow this.", 403),
  origin_refused: wrongInput("Without keys only this machine is served.", 403),
  route_unknown: wrongInput("The service has no such route.", 404),
  keys_required: wrongCall("A service that others can reach needs keys."),
  address_taken: wrongMachine("The service cannot listen on its address.", true),
  rate_limited: { ...wrongMachine("The key asks more often than it may.", true), httpStatus: 429 },
  address_refused: wrongInput("An address that was named may not be asked."),
  address_unreachable: wrongMachine("What was named by its address does not answer.", true),
  answer_too_large: wrongInput("What was named by its address is larger than Gumsa reads.", 413),
  fetch_disabled: wrongInput("Pictures are not fetched by their address unless a setting allows it.", 403),
  webhook_unknown: wrongInput("No webhook with this id is registered.", 404),
  webhook_refused: wrongMachine("A webhook's target did not take the message.", true),
  batch_unknown: wrongInput("No batch with this id is known.", 404),
  job_unknown: wrongInput("No job with this id is known.", 404),
  request_key_reused: wrongInput("The idempotency key was used for another request.", 409),
  queue_full: { ...wrongMachine("More work waits than Gumsa takes on.", true), httpStatus: 429 },
  tool_unknown: wrongInput("There is no tool of this name that can be called by itself.", 404),
  blob_missing: wrongMachine("Stored bytes are missing or no longer match their hash.", false),
  model_missing: wrongMachine("A model that is needed is not installed.", false),
  model_damaged: wrongMachine("A model's file does not match its card.", false),
  model_unsteady: wrongMachine("A model does not give the same picture the same score twice.", false),
  model_unknown: wrongInput("There is no card of a model with this name.", 404),
  model_unfit: wrongInput("The model cannot do what it was asked to do."),
  model_exists: wrongInput("A model with this name is there already.", 409),
  model_in_use: wrongInput("A product uses the model.", 409),
  hub_unreachable: wrongMachine("The model hub does not answer, or breaks off again and again.", true),
  hub_refused: wrongMachine("The model hub does not have the file, or does not give it out.", false),
  offline: wrongMachine("The work needs a connection, and connections are forbidden.", false),
  package_missing: wrongMachine("An optional package that is needed is not installed.", false),
  llm_unavailable: wrongMachine("No server of language models answers.", true),
  llm_model_missing: wrongMachine("The server does not have the language model that was asked for.", false),
  llm_timeout: wrongMachine("The language model did not answer in time.", true),
  llm_unusable: wrongMachine("What the language model answered cannot be used.", true),
  llm_blind: wrongMachine("The language model did not see the picture that it was shown.", false),
  adapter_exists: wrongInput("An adapter or model of this name is already there.", 409),
  adapter_unknown: wrongInput("No adapter of this name is registered.", 404),
  adapter_refused: wrongMachine("The server does not take the adapter.", false),
  adapter_unproven: wrongInput(
    "The adapter was not shown to change and improve the answers of its base.",
    409,
  ),
  store_full: wrongMachine("There is no room left to store the result.", true),
  store_unwritable: wrongMachine("The folder of the store cannot be written.", false),
  store_busy: wrongMachine("Another process holds the store for too long.", true),
  store_damaged: wrongMachine("The store cannot be read.", false),
  store_newer: wrongMachine("The store was written by a newer Gumsa.", false),
  service_stopping: wrongMachine(
    "The service stops before the work is done; it goes on when it runs again.",
    true,
  ),
  work_cut_off: wrongMachine("The process ended again and again while it did this work.", false),
  cancelled: wrongMachine("The work was cancelled before it was done.", true),
  internal: wrongMachine("A fault in Gumsa itself.", false),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What may be wrong with one picture while the next one is fine. */
export const PICTURE_ERRORS = [
  "file_not_found",
  "file_unreadable",
  "image_unreadable",
  "image_damaged",
  "image_too_large",
  "image_too_small",
] as const satisfies readonly ErrorCode[];

export interface ErrorDetails {
  /** The next thing to do, as a command where possible. */
  readonly hint?: string;
  readonly cause?: unknown;
}

export class GumsaError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, { hint, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "GumsaError";
    this.code = code;
    this.hint = hint;
  }
}

/** Throws `cancelled` once the signal has been aborted; called between the steps of long work. */
export const throwIfCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new GumsaError("cancelled", "The work was cancelled.", { cause: signal.reason });
};
