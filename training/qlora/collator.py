"""Batches of picture and text for a Qwen2-VL model. Only the answer is learned: everything before it, the padding
and the places of the pictures carry the label that the loss leaves out."""

from dataclasses import dataclass
from typing import Any

import torch

IGNORED = -100


@dataclass
class PictureTextCollator:
    processor: Any
    """Longer pairs are refused rather than cut: a cut answer would teach the model to stop in the middle."""
    max_tokens: int = 8192

    def __call__(self, pairs: list[dict]) -> dict[str, torch.Tensor]:
        conversations = [as_conversation(pair) for pair in pairs]
        pictures = [pair["pictures"] for pair in pairs]
        batch = self.encode([self.text_of(turns) for turns in conversations], pictures)
        if batch["input_ids"].shape[1] > self.max_tokens:
            raise ValueError(f"a pair takes {batch['input_ids'].shape[1]} tokens, more than {self.max_tokens}")
        batch["labels"] = self.labels_of(batch, conversations, pictures)
        return batch

    def labels_of(self, batch: dict, conversations: list[list], pictures: list[list]) -> torch.Tensor:
        labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, IGNORED)
        for row, (turns, shown) in enumerate(zip(conversations, pictures)):
            question = self.encode([self.text_of(turns[:-1], is_question=True)], [shown])["input_ids"][0]
            start = int(batch["attention_mask"][row].argmax())  # padding may stand on either side
            asked = slice(start, start + len(question))
            if not torch.equal(batch["input_ids"][row, asked], question):
                raise ValueError("the question is not the beginning of the conversation: another chat template?")
            labels[row, asked] = IGNORED
        return labels

    def text_of(self, turns: list[dict], is_question: bool = False) -> str:
        return self.processor.apply_chat_template(turns, tokenize=False, add_generation_prompt=is_question)

    def encode(self, texts: list[str], pictures: list[list]) -> dict[str, torch.Tensor]:
        shown = [picture for row in pictures for picture in row]
        return dict(self.processor(text=texts, images=shown or None, padding=True, return_tensors="pt"))


def as_conversation(pair: dict) -> list[dict]:
    """The pictures stand before the words, as Gumsa sends them."""
    system, user, answer = pair["messages"]
    content = [{"type": "image"} for _ in pair["pictures"]] + [{"type": "text", "text": user["content"]}]
    return [
        {"role": "system", "content": [{"type": "text", "text": system["content"]}]},
        {"role": "user", "content": content},
        {"role": "assistant", "content": [{"type": "text", "text": answer["content"]}]},
    ]
