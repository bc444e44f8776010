"""Pairs of instruction and answer as `gumsa export finetune` writes them."""

import hashlib
import json
from pathlib import Path

from PIL import Image
from torch.utils.data import Dataset


class Pairs(Dataset):
    """One split: `messages` with the pictures opened. Pictures are read when their turn comes."""

    def __init__(self, folder: Path, split: str) -> None:
        self.folder = folder
        self.file = folder / f"{split}.jsonl"
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        self.pairs = [json.loads(line) for line in lines if line.strip()]

    def __len__(self) -> int:
        return len(self.pairs)

    def __getitem__(self, index: int) -> dict:
        pair = self.pairs[index]
        pictures = [Image.open(self.folder / name).convert("RGB") for name in pair["images"]]
        return {"messages": pair["messages"], "pictures": pictures}

    def sha256(self) -> str:
        """Of the file, so that a card can say what was trained on."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest() if self.file.exists() else ""


def require_no_leak(train: Pairs, test: Pairs) -> None:
    """No product and no picture stands on both sides."""
    for key in ("product", "images"):
        shared = values_of(train, key) & values_of(test, key)
        if shared:
            raise ValueError(f"{key} in both splits: {sorted(shared)[:5]}")


def values_of(pairs: Pairs, key: str) -> set[str]:
    values = [pair[key] for pair in pairs.pairs]
    return {item for value in values for item in (value if isinstance(value, list) else [value])}
