// The part of a model that sees: it reads the number on Gumsa's test picture, and its server counts pictures.
import { canaryNumber } from "../canary.ts";
import { type ChatRequest, digestOf } from "./ollama-server.ts";
import type { Scripted } from "./scripted.ts";

export const isCanary = ({ format }: Pick<ChatRequest, "format">): boolean =>
  JSON.stringify(format).includes('"number":');

const PICTURE_TOKENS = 1500;
/** The test picture is small. */
const CANARY_TOKENS = 200;

/** Answers the canary as a seeing model of a scripted server would, everything else as the test says. */
export const seeing =
  (answer: (request: ChatRequest) => Scripted, version = "0.0.0-scripted") =>
  (request: ChatRequest): Scripted => {
    const pictures = request.messages[1]?.images?.length ?? 0;
    if (!isCanary(request)) return { promptTokens: 2000 + pictures * PICTURE_TOKENS, ...answer(request) };
    const name = request.model;
    const listed = name.includes(":") ? name : `${name}:latest`;
    const known = { name, digest: digestOf(listed), server: `ollama ${version}` };
    const number = pictures > 0 ? canaryNumber(known) : "none";
    return { text: JSON.stringify({ number }), promptTokens: 60 + pictures * CANARY_TOKENS };
  };
