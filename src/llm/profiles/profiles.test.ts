import { expect, it } from "vitest";
import { pictureTokens } from "../picture-tokens.ts";
import { PROFILES, profileOf } from "./profiles.ts";

it.each([
  ["qwen2.5vl:3b", "qwen2.5-vl"],
  ["hf.co/unsloth/Qwen2.5-VL-3B-Instruct-GGUF:Q4_K_M", "qwen2.5-vl"],
  ["bsahane/Qwen2-VL-2B-Instruct", "qwen2-vl"],
  ["qwen3-vl:4b", "qwen3-vl"],
  ["llava:7b", "llava"],
  ["llava-llama3:8b", "llava"],
  ["exaone3.5:2.4b", "exaone-3.5"],
  ["LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", "exaone-3.5"],
  ["naver-hyperclovax/HyperCLOVAX-SEED-Vision-Instruct-3B", "hyperclova-x-seed-vision"],
  ["naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B", "hyperclova-x-seed"],
  ["mistral:7b", "any"],
])("knows %s as %s", (model, profile) => {
  expect(profileOf(model).name).toBe(profile);
});

it("has names and tags that belong to one profile each", () => {
  const names = PROFILES.map(({ name }) => name);
  const tags = PROFILES.flatMap((profile) => profile.tags);
  expect([names.length, tags.length]).toEqual([new Set(names).size, new Set(tags).size]);
  for (const profile of PROFILES) for (const tag of profile.tags) expect(profileOf(tag)).toBe(profile);
});

it.each([
  ["qwen2.5vl:3b", 36 * 27 + 2],
  ["qwen3-vl:4b", 32 * 24 + 2],
])("costs %s what its patches make of a picture of 4:3", (model, tokens) => {
  const rules = profileOf(model).pictures;
  if (!rules) throw new Error("it sees");
  const size = { widthPx: rules.longestEdgePx, heightPx: (rules.longestEdgePx * 3) / 4 };
  const { least, most } = pictureTokens(rules.cost, size);
  expect(least).toBe(tokens);
  expect(most).toBeGreaterThan(least);
});
