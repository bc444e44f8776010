import type { Inspection } from "../../domain/inspection.ts";
import type { Language } from "../../domain/language.ts";
import type { InspectInput, NamedBytes, Progress } from "../inputs.ts";

/** What one side said in a conversation that its client keeps. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly pictures: readonly NamedBytes[];
}

export interface ConverseOptions extends Progress {
  /** As of an inspection. */
  readonly product?: string | null;
  /** Left out for that of the last turn. */
  readonly language?: Language;
  /** How a picture is inspected; left out for at once. */
  readonly inspect?: (input: InspectInput, progress: Progress) => Promise<Inspection>;
  /** Told the reply in pieces, which joined are its text. */
  readonly onText?: (text: string) => void;
}

export interface Reply {
  /** Markdown. */
  readonly text: string;
  /** What it is about. */
  readonly inspection: string | null;
  /** Of a language model that was asked, by its server's count. */
  readonly tokens: { readonly prompt: number; readonly answer: number };
}

export type Converse = (turns: readonly Turn[], options?: ConverseOptions) => Promise<Reply>;
