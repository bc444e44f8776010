"""What each ingredient of the recipe gives: the same number of views without it, measured by the protocol of evaluate.py.

The runs share the tiles and maps of WORK, which is only read; each has a folder of its own under OUT and goes on where
it was killed. A difference is from the whole recipe after as many views, with an interval from the same resampled test
pictures. That interval does not know what another start would give: the row of another seed tells.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch

from data import add_data_argument, plan_of
from evaluate import PRODUCTS, TEXTURES, Detection, Network, Retrieval, copied, interval, measured, student
from export import TILES_FOR_SCALE, reference_maps, unit_scales
from network import PatchNetwork
from shards import LEVEL_FILES, Shards, shard_folder
from teachers import TEACHERS, channels_of

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from averaged_run import recipe_tree

HERE = os.path.dirname(os.path.abspath(__file__))
WHOLE = "whole recipe"
TINY = {"views": 16, "variants": ["without the ResNet-50 teacher"], "sets": ["crops of unseen Kodak pictures"]}


@dataclass(frozen=True)
class Variant:
    """A run of train.py, and what of its network is measured."""

    run: str
    options: tuple = ()
    sources: tuple = ()  # the tiles that it learns from; none named: all
    teachers: tuple = TEACHERS  # whose channels a bank would hold
    weights: str = "average"


VARIANTS = {
    WHOLE: Variant("whole"),
    "whole recipe, another seed": Variant("seed-2", options=("--seed", "2")),
    "without the ResNet-50 teacher": Variant("mobilenet", options=("--teachers", "mobilenet"), teachers=("mobilenet",)),
    "whole recipe, only MobileNetV2's channels": Variant("whole", teachers=("mobilenet",)),
    "without procedural tiles": Variant("real", sources=("photographs", "boards", "papers")),
    "without pooled and angle terms": Variant("maps", options=("--terms", "maps")),
    "without moving average": Variant("whole", weights="network"),
}


# --- training -------------------------------------------------------------------------------------------------------


def link_tiles(options, folder, sources):
    """The shards of WORK, or copies that hold the tiles of some sources alone; made once."""
    shards = Shards(options.work)
    for shard, (files, count) in enumerate(zip(shards.files, shards.counts)):
        own = shard_folder(folder, shard)
        if os.path.exists(own):
            continue
        if sources:
            plan = plan_of(options.data, shard, len(files[0]), options.tiles_seed)[:count]
            copy_rows(files, [row for row, (source, *_) in enumerate(plan) if source in sources], own)
        else:
            os.symlink(os.path.abspath(shard_folder(options.work, shard)), own)


def copy_rows(files, rows, folder):
    part = folder + ".part"
    os.makedirs(part, exist_ok=True)
    for name, file in zip(("tiles.npy", *LEVEL_FILES), files):
        np.save(os.path.join(part, name), file[rows])
    with open(os.path.join(part, "dumped.txt"), "w") as stream:
        stream.write(str(len(rows)))
    os.rename(part, folder)


def trained(options, variant):
    """The checkpoint of a variant's run, after exactly the budget of views."""
    folder = os.path.join(options.out, variant.run)
    path = os.path.join(folder, "checkpoint.pt")
    os.makedirs(folder, exist_ok=True)
    link_tiles(options, folder, variant.sources)
    if not os.path.exists(path) or torch.load(path)["state"]["views"] < options.views:
        budget = ["--work", folder, "--views", str(options.views), "--processes", "1"]
        subprocess.run([sys.executable, "train.py", *budget, *variant.options], cwd=HERE, check=True)
    return path


# --- measuring ------------------------------------------------------------------------------------------------------


def network_of(variant, path, tiles):
    """The channels that were learned, each level brought to unit energy, as export.py does."""
    saved, channels = torch.load(path), channels_of(variant.teachers)
    whole = PatchNetwork()
    whole.load_state_dict(saved[variant.weights])
    whole.eval()

    def learned(pictures):
        return [maps[:, kept] for maps, kept in zip(whole(pictures), channels)]

    @cache
    def scales():
        return unit_scales(learned, tiles)

    with open(path, "rb") as stream:
        key = hashlib.sha256(stream.read()).hexdigest() + repr(variant)
    scaled = Network(key, lambda pictures: [maps * scales()[name] for name, maps in reference_maps(learned, pictures).items()])
    return scaled, saved["state"]


def networks_of(options):
    """Per row of the table the network and how it was trained; last the released one."""
    shards, found = Shards(options.work), {}
    tiles, _ = shards.read(np.random.default_rng(0).permutation(len(shards))[:TILES_FOR_SCALE])
    for name in options.variants:
        network, state = network_of(VARIANTS[name], trained(options, VARIANTS[name]), tiles)
        found[name] = network, {"seed": state["seed"], "views": state["views"], "tiles": state["tiles"]}
    with open(os.path.join(options.released, "card.json")) as stream:
        card = json.load(stream)
    run = {name: card["provenance"][name] for name in ("seed", "views", "tiles")}
    return {**found, f"released network ({card['version']})": (student(os.path.join(options.released, card["file"])), run)}


def entry_of(own, whole):
    difference = own.value() - whole.value()
    return {
        "value": round(own.value(), 3),
        "interval": interval(own.value),
        "difference": round(difference, 3),
        "differenceInterval": interval(lambda rng: own.value(copied(rng)) - whole.value(rng)),
    }


def measure(options, networks):
    rows = {name: {"name": name, **run, "sets": []} for name, (_, run) in networks.items()}
    for kind, sets in ((Detection, PRODUCTS), (Retrieval, TEXTURES)):
        for name in (name for name in sets if name in options.sets):
            material, whole = list(sets[name][0](options.data)), None
            for row, (network, _) in networks.items():
                own = measured(kind, name, network, material, os.path.join(options.out, "measured"))
                whole = whole or own
                entry = entry_of(own, whole)
                print(f"{name}, {row}: {entry}", flush=True)
                rows[row]["sets"].append({"set": name, "metric": kind.metric, **entry})
    return list(rows.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    parser.add_argument("--work", required=True, help="folder with the shards that teachers.py wrote")
    parser.add_argument("--out", required=True, help="folder for the runs and ablation.json")
    parser.add_argument("--views", type=int, default=100_000, help="of each run")
    parser.add_argument("--tiles-seed", type=int, default=1, help="the --seed with which teachers.py drew the tiles")
    parser.add_argument("--variants", nargs="*", choices=VARIANTS, default=list(VARIANTS), help="the first is what others are compared with")
    parser.add_argument("--sets", nargs="*", default=[*PRODUCTS, *TEXTURES], help="only these")
    parser.add_argument("--released", default=os.path.join(HERE, "../../models/patch-features"), help="folder of the released network")
    parser.add_argument("--tiny", action="store_true", help="one variant, two steps, one set: proves that it runs")
    options = parser.parse_args()
    if options.tiny:
        vars(options).update(TINY)
    torch.set_num_threads(1)
    rows = measure(options, networks_of(options))
    with open(os.path.join(options.out, "ablation.json"), "w") as stream:
        json.dump({"recipeTree": recipe_tree(), "views": options.views, "rows": rows}, stream, indent=2)
        stream.write("\n")


if __name__ == "__main__":
    main()
