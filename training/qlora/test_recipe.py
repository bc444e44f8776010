"""python3 -m unittest, in this folder. The collator, a training run and the merge on a tiny random Qwen2-VL; what
needs a GPU (NF4) or real weights is not tested here."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import torch
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor

from collator import IGNORED, PictureTextCollator
from dataset import Pairs, require_no_leak
from merge import merge
from tiny import save_tiny

HERE = Path(__file__).parent
ANSWERS = ["the part shows a gas hole", "부품에 기공이 보입니다"]


def pair(number: int, split: str = "train", product: str = "casting") -> dict:
    return {
        "id": f"{split}-{number}",
        "product": product,
        "split": split,
        "images": [f"images/{split}-{number}.jpg"] if number % 3 else [],
        "messages": [
            {"role": "system", "content": "You look at a part."},
            {"role": "user", "content": "What is it? 무엇입니까?"},
            {"role": "assistant", "content": ANSWERS[number % 2]},
        ],
    }


def write_set(folder: Path, count: int = 6) -> None:
    (folder / "images").mkdir()
    for split, product in (("train", "casting"), ("test", "board")):
        pairs = [pair(number, split, product) for number in range(count)]
        for entry in pairs:
            for name in entry["images"]:
                Image.new("RGB", (84, 56), (number_of(name) * 40 % 255, 90, 30)).save(folder / name)
        (folder / f"{split}.jsonl").write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in pairs))


def number_of(name: str) -> int:
    return int(Path(name).stem.split("-")[-1])


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        torch.manual_seed(0)
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        save_tiny(cls.root / "base")
        (cls.root / "set").mkdir()
        write_set(cls.root / "set")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def batch(self) -> tuple[dict, AutoProcessor]:
        processor = AutoProcessor.from_pretrained(self.root / "base")
        pairs = Pairs(self.root / "set", "train")
        return PictureTextCollator(processor)([pairs[number] for number in range(4)]), processor

    def test_only_the_answer_is_learned(self) -> None:
        batch, processor = self.batch()
        for row in range(4):
            learned = batch["labels"][row][batch["labels"][row] != IGNORED]
            text = processor.tokenizer.decode(learned)
            self.assertEqual(text.strip(), f"{ANSWERS[row % 2]}<|im_end|>")

    def test_every_picture_has_its_places(self) -> None:
        batch, processor = self.batch()
        places = (batch["input_ids"] == processor.tokenizer.convert_tokens_to_ids("<|image_pad|>")).sum()
        self.assertEqual(len(batch["image_grid_thw"]), 2)
        self.assertEqual(int(places), int(batch["image_grid_thw"].prod(dim=1).sum()) // 4)

    def test_a_pair_that_is_too_long_is_refused(self) -> None:
        processor = AutoProcessor.from_pretrained(self.root / "base")
        pairs = Pairs(self.root / "set", "train")
        with self.assertRaisesRegex(ValueError, "more than 16"):
            PictureTextCollator(processor, max_tokens=16)([pairs[0]])

    def test_a_product_in_both_splits_is_refused(self) -> None:
        train, test = Pairs(self.root / "set", "train"), Pairs(self.root / "set", "test")
        require_no_leak(train, test)
        test.pairs[0]["product"] = "casting"
        with self.assertRaisesRegex(ValueError, "product in both"):
            require_no_leak(train, test)

    def test_training_lowers_the_loss_and_the_merge_answers_like_the_adapter(self) -> None:
        adapter, merged = self.root / "adapter", self.root / "merged"
        options = ["--base", self.root / "base", "--data", self.root / "set", "--out", adapter, "--whole"]
        options += ["--epochs", 8, "--rate", 0.02, "--batch", 2, "--accumulate", 1]
        subprocess.run([sys.executable, HERE / "train.py", *map(str, options)], check=True, capture_output=True)
        card = json.loads((adapter / "card.json").read_text())
        self.assertLess(card["losses"][-1]["train"], card["losses"][0]["train"])
        merge(adapter, merged, torch.float32)
        batch, _ = self.batch()
        base, tuned = (AutoModelForImageTextToText.from_pretrained(self.root / name).eval() for name in ("base", "merged"))
        with torch.no_grad():
            self.assertLess(tuned(**batch).loss.item(), base(**batch).loss.item())


if __name__ == "__main__":
    unittest.main()
