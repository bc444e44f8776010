import { EXAONE_35 } from "./exaone-3.5.ts";
import { HYPERCLOVA_X_SEED, HYPERCLOVA_X_SEED_VISION } from "./hyperclova-x-seed.ts";
import { LLAVA } from "./llava.ts";
import type { Profile } from "./profile.ts";
import { QWEN25_VL } from "./qwen2.5-vl.ts";
import { QWEN2_VL } from "./qwen2-vl.ts";
import { QWEN3_VL } from "./qwen3-vl.ts";
import { UNKNOWN_MODEL } from "./unknown.ts";

/** The first that a server has is taken where only "a model" is asked for. */
export const PROFILES: readonly Profile[] = [
  QWEN3_VL,
  QWEN25_VL,
  QWEN2_VL,
  HYPERCLOVA_X_SEED_VISION,
  LLAVA,
  EXAONE_35,
  HYPERCLOVA_X_SEED,
];

export const profileNamed = (name: string): Profile | undefined =>
  [...PROFILES, UNKNOWN_MODEL].find((profile) => profile.name === name);

/** Of a model as its server calls it: `qwen2.5vl:3b`, `hf.co/someone/EXAONE-3.5-2.4B-Instruct-GGUF:Q4_K_M`. */
export const profileOf = (model: string): Profile => {
  const plain = model.toLowerCase();
  const fitting = PROFILES.flatMap((profile) =>
    profile.tags.filter((tag) => plain.includes(tag)).map((tag) => ({ profile, tag })),
  );
  const [longest] = fitting.toSorted((one, other) => other.tag.length - one.tag.length);
  return longest?.profile ?? UNKNOWN_MODEL;
};
