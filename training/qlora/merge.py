"""Merges an adapter into unquantised weights: python3 merge.py --adapter ADAPTER --out MERGED."""

import argparse
from pathlib import Path

import torch
from peft import PeftConfig, PeftModel
from transformers import AutoModelForImageTextToText, AutoProcessor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--adapter", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dtype", default="bfloat16", choices=["bfloat16", "float32"])
    options = parser.parse_args()
    merge(options.adapter, options.out, getattr(torch, options.dtype))


def merge(adapter: Path, out: Path, dtype: torch.dtype) -> None:
    """Onto the base as it was published, not onto its 4-bit copy, whose rounding would stay in the weights."""
    base = PeftConfig.from_pretrained(adapter).base_model_name_or_path
    model = AutoModelForImageTextToText.from_pretrained(base, dtype=dtype)
    merged = PeftModel.from_pretrained(model, adapter).merge_and_unload(safe_merge=True)
    require_change(base, merged, dtype)
    merged.save_pretrained(out)
    AutoProcessor.from_pretrained(adapter).save_pretrained(out)


def require_change(base: str, merged, dtype: torch.dtype) -> None:
    """A merge that changes no weight has lost its adapter, as has been reported of several tools."""
    before = AutoModelForImageTextToText.from_pretrained(base, dtype=dtype).state_dict()
    after = merged.state_dict()
    if all(torch.equal(weight, after[name]) for name, weight in before.items()):
        raise ValueError("the merged weights equal the base: the adapter was not applied")


if __name__ == "__main__":
    main()
