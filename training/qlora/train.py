"""Trains the adapter: python3 train.py --data SET --out ADAPTER. A plain loop, so that every step can be read."""

import argparse
import json
import random
from pathlib import Path

import peft
import torch
import transformers
from torch.utils.data import DataLoader
from transformers import AutoProcessor, get_cosine_schedule_with_warmup

from adapter import ALPHA, DROPOUT, RANK, TARGETS, add_adapter, load_base
from collator import PictureTextCollator
from dataset import Pairs, require_no_leak

WARMUP_SHARE = 0.03
LARGEST_GRADIENT = 1.0


def main() -> None:
    options = parse()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    train, test = Pairs(options.data, "train"), Pairs(options.data, "test")
    require_no_leak(train, test)
    processor = AutoProcessor.from_pretrained(options.base)
    model = add_adapter(load_base(options.base, is_quantized=not options.whole))
    if not options.whole:
        model.gradient_checkpointing_enable()
    losses = fit(model, (train, test), processor, options)
    model.save_pretrained(options.out)
    processor.save_pretrained(options.out)
    write_card(options, (train, test), losses)


def fit(model, splits: tuple[Pairs, Pairs], processor, options) -> list[dict]:
    collate = PictureTextCollator(processor, options.max_tokens)
    train, test = (DataLoader(pairs, options.batch, shuffle=not index, collate_fn=collate) for index, pairs in enumerate(splits))
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=options.rate, weight_decay=0.0)
    steps = max(1, options.epochs * len(train) // options.accumulate)
    schedule = get_cosine_schedule_with_warmup(optimizer, int(steps * WARMUP_SHARE), steps)
    losses = []
    for epoch in range(options.epochs):
        model.train()
        total = 0.0
        for index, batch in enumerate(train, start=1):
            loss = loss_of(model, batch)
            (loss / options.accumulate).backward()
            total += loss.item()
            if index % options.accumulate == 0 or index == len(train):
                torch.nn.utils.clip_grad_norm_(learned, LARGEST_GRADIENT)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
        losses.append({"epoch": epoch + 1, "train": total / len(train), "test": mean_loss(model, test)})
        print(json.dumps(losses[-1]), flush=True)
    return losses


def loss_of(model, batch: dict) -> torch.Tensor:
    batch = {name: tensor.to(model.device) for name, tensor in batch.items()}
    is_gpu = model.device.type == "cuda"
    with torch.autocast(model.device.type, dtype=torch.bfloat16, enabled=is_gpu):
        return model(**batch).loss


@torch.no_grad()
def mean_loss(model, loader: DataLoader) -> float | None:
    """None without a test split, as with a single product."""
    model.eval()
    losses = [loss_of(model, batch).item() for batch in loader]
    return sum(losses) / len(losses) if losses else None


def write_card(options, splits: tuple[Pairs, Pairs], losses: list[dict]) -> None:
    train, test = splits
    card = {
        "base": options.base,
        "quantization": "none" if options.whole else "nf4",
        "lora": {"rank": RANK, "alpha": ALPHA, "dropout": DROPOUT, "targets": TARGETS},
        "training": {"epochs": options.epochs, "rate": options.rate, "batch": options.batch * options.accumulate, "seed": options.seed},
        "data": {
            "train": {"pairs": len(train), "sha256": train.sha256()},
            "test": {"pairs": len(test), "sha256": test.sha256()},
        },
        "losses": losses,
        "versions": {"torch": torch.__version__, "transformers": transformers.__version__, "peft": peft.__version__},
    }
    (options.out / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of `gumsa export finetune`")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", default="Qwen/Qwen2-VL-2B-Instruct")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--accumulate", type=int, default=16)
    parser.add_argument("--max-tokens", type=int, default=8192)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--whole", action="store_true", help="train on unquantised float32 weights, without a GPU")
    return parser.parse_args()


if __name__ == "__main__":
    main()
