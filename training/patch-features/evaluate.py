"""PatchCore on sets that training never saw, with the student, its MobileNetV2 teacher and a random network.

The same code measures all three: reflect padding, 3x3 means, both levels on the stride-8 grid, a farthest-first bank,
nearest distances, a Gaussian of 4 px, the maximum as the score. Three coreset seeds; the protocol is fixed here.
"""
import argparse
import glob
import json
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image
from scipy import ndimage
from scipy.stats import rankdata

from data import HELD_OUT_BOARD_GROUPS, HELD_OUT_PAPERS, add_data_argument
from export import PAD_PX, reference_maps
from families import colour, fractal_noise, relief, toothed_mask, turned_grid
from network import PatchNetwork
from onnx_torch import OnnxNetwork
from teachers import normalised

SEEDS = (1, 2, 3)
CANDIDATES, BANK = 8000, 800  # patches drawn at random, then kept by farthest-first
SIGMA_PX = 4
BOARD_CROP_PX, BOARDS_PER_GROUP = 256, 24
DRAWN_PX, DRAWN_PRODUCTS, DRAWN_PICTURES = 192, 3, 24


# --- networks: picture batch -> [stride8 map, stride16 map] ---------------------------------------------------------


def student(path):
    network = OnnxNetwork(path)
    return lambda pictures: network(pictures, ("stride8", "stride16"))


def mobilenet(root):
    network = OnnxNetwork(os.path.join(root, "weights", "mobilenetv2_fp32_features.onnx"))

    def maps(pictures):
        found = network(F.pad(pictures, (PAD_PX,) * 4, mode="reflect"), ("feat_32", "feat_96"))
        return [one[:, :, cells:-cells, cells:-cells] for one, cells in zip(found, (PAD_PX // 8, PAD_PX // 16))]

    return maps


def random_network():
    torch.manual_seed(0)
    network = PatchNetwork().eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
    return lambda pictures: list(reference_maps(network, pictures).values())


# --- PatchCore ------------------------------------------------------------------------------------------------------


@torch.no_grad()
def patches(network, picture):
    """[rows, columns, channels] of pooled patch vectors on the stride-8 grid."""
    fine, coarse = (F.avg_pool2d(one, 3, 1, 1, count_include_pad=False) for one in network(normalised(picture[None])))
    coarse = F.interpolate(coarse, size=fine.shape[-2:], mode="bilinear", align_corners=False)
    return torch.cat([fine, coarse], 1)[0].permute(1, 2, 0).contiguous()


def coreset(vectors, seed):
    """Farthest-first from a random start, over a random choice of candidates."""
    generator = torch.Generator().manual_seed(seed)
    vectors = vectors[torch.randperm(len(vectors), generator=generator)[:CANDIDATES]]
    lengths, chosen, nearest = vectors.square().sum(1), [0], torch.full((len(vectors),), float("inf"))
    for _ in range(min(BANK, len(vectors)) - 1):
        nearest = torch.minimum(nearest, lengths + lengths[chosen[-1]] - 2 * vectors @ vectors[chosen[-1]])
        chosen.append(int(nearest.argmax()))
    return vectors[chosen]


def score(patch_map, bank, size):
    distance = torch.cdist(patch_map.reshape(-1, patch_map.shape[-1]), bank).amin(1).view(1, 1, *patch_map.shape[:2])
    enlarged = F.interpolate(distance, size=size, mode="bilinear", align_corners=False)[0, 0].numpy()
    return float(ndimage.gaussian_filter(enlarged, SIGMA_PX).max())


def auroc(good, bad):
    ranks = rankdata(np.concatenate([good, bad]))
    return (ranks[len(good) :].sum() - len(bad) * (len(bad) + 1) / 2) / (len(good) * len(bad))


def auroc_of(network, product):
    """Image AUROC of one product for each coreset seed."""
    size = product["bank"][0].shape[:2]
    bank_patches = torch.cat([patches(network, picture).flatten(0, 1) for picture in product["bank"]])
    maps = {kind: [patches(network, picture) for picture in product[kind]] for kind in ("good", "bad")}
    found = []
    for seed in SEEDS:
        bank = coreset(bank_patches, seed)
        found.append(auroc(*([score(one, bank, size) for one in maps[kind]] for kind in ("good", "bad"))))
    return found


# --- sets: one product is {"bank": [...], "good": [...], "bad": [...]} of uint8 pictures ------------------------------


def read(path):
    return np.asarray(Image.open(path).convert("RGB"))


def papers(root):
    """Half of the sheets make the bank; the other half and all stained patches are tested."""
    for paper in HELD_OUT_PAPERS:
        folder = os.path.join(root, "data", "piped", paper)
        clean = sorted(glob.glob(os.path.join(folder, "NoDefects", "*.bmp")))
        sheets = sorted({path.split("_")[-2] for path in clean})
        first_half = sheets[: len(sheets) // 2]
        yield {
            "bank": [read(path) for path in clean if path.split("_")[-2] in first_half],
            "good": [read(path) for path in clean if path.split("_")[-2] not in first_half],
            "bad": [read(path) for path in sorted(glob.glob(os.path.join(folder, "Defects", "*.bmp")))],
        }


def boards(root):
    """Per group: template crops of some boards make the bank; crops of others with a box, tested and template, are tested."""
    folder = os.path.join(root, "data", "deeppcb")
    pairs = [line.split() for line in open(os.path.join(folder, "list.txt")) if line.strip()]
    for group in HELD_OUT_BOARD_GROUPS:
        rng = np.random.default_rng(5)
        own = [pair for pair in pairs if pair[0].startswith(group)]
        own = [own[place] for place in rng.permutation(len(own))[: 2 * BOARDS_PER_GROUP]]
        half, product = len(own) // 2, {"bank": [], "good": [], "bad": []}
        for number, (image, labels) in enumerate(own):
            template, tested = (read(os.path.join(folder, image.replace(".jpg", f"_{kind}.jpg"))) for kind in ("temp", "test"))
            if number < half:
                product["bank"] += [crop(template, *rng.integers(0, 640 - BOARD_CROP_PX, 2)) for _ in range(3)]
                continue
            boxes = np.loadtxt(os.path.join(folder, labels), ndmin=2)
            for x1, y1, x2, y2, _ in boxes[rng.permutation(len(boxes))[:2]]:
                left, top = (int(np.clip((a + b) / 2 - BOARD_CROP_PX / 2 + rng.uniform(-60, 60), 0, 640 - BOARD_CROP_PX)) for a, b in ((x1, x2), (y1, y2)))
                product["good"].append(crop(template, left, top))
                product["bad"].append(crop(tested, left, top))
        yield product


def crop(picture, left, top):
    return picture[top : top + BOARD_CROP_PX, left : left + BOARD_CROP_PX]


def drawn_parts(_):
    """Toothed wheels (a family left out of training) in all rotations, with drawn flaws."""
    for number in range(DRAWN_PRODUCTS):
        rng = np.random.default_rng(100 + number)
        part = {"teeth": int(rng.integers(10, 22)), "depth": rng.uniform(0.12, 0.22), "hub": rng.uniform(0.25, 0.4), "spokes": int(rng.integers(3, 7))}
        look = {"ground": colour(rng, 0.04), "body": colour(rng, 0.04), "light": number}
        if abs(look["ground"].mean() - look["body"].mean()) < 0.15:
            look["body"] = (look["ground"] + 0.4) % 1
        flaws = ["tooth", "bite", "scratch", "spot"]
        yield {
            "bank": [wheel(part, look, rng) for _ in range(DRAWN_PICTURES)],
            "good": [wheel(part, look, rng) for _ in range(DRAWN_PICTURES)],
            "bad": [wheel(part, look, rng, flaws[index % 4]) for index in range(2 * DRAWN_PICTURES)],
        }


def wheel(part, look, rng, flaw=None):
    angle, outer, where = rng.uniform(0, 2 * np.pi), 0.4 * DRAWN_PX, rng.uniform(0, 2 * np.pi)
    mask = toothed_mask(DRAWN_PX, angle=angle, missing=[int(rng.integers(part["teeth"]))] if flaw == "tooth" else [], **part)
    u, v = turned_grid(rng, DRAWN_PX, where)
    if flaw == "bite":
        mask = mask * np.clip(np.hypot(u - outer * (1 - part["depth"]), v) - rng.uniform(4, 7), 0, 1)
    body = look["body"] + 0.03 * fractal_noise(rng, DRAWN_PX, 16)[..., None]
    reach = outer * part["hub"] * 0.75 if rng.random() < 0.5 else outer * (1 - part["depth"]) * 0.91
    if flaw == "scratch":
        line = np.exp(-(((u - reach) * np.cos(1) + v * np.sin(1)) ** 2) / 1.5) * (np.hypot(u - reach, v) < rng.uniform(6, 12))
        body = body + (line * rng.choice([-0.35, 0.35]))[..., None]
    if flaw == "spot":
        body = body + (np.clip(rng.uniform(3, 5) - np.hypot(u - reach, v), 0, 1) * rng.choice([-0.3, 0.3]))[..., None]
    edge = relief(np.random.default_rng(look["light"]), ndimage.gaussian_filter(mask, 1.2), 0.5) * mask
    picture = look["ground"] + mask[..., None] * (body - look["ground"]) + edge[..., None]
    picture = picture * rng.uniform(0.96, 1.04) + rng.normal(0, 0.012, picture.shape)
    return np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)


SETS = {
    "PIPED, four unseen papers": (papers, "128 px; half of the clean sheets make the bank"),
    "DeepPCB, crops of unseen groups": (boards, "256 px crops; bank from templates of other boards of the group"),
    "drawn toothed wheels, any rotation": (drawn_parts, "192 px; procedural family left out of training"),
}


def measure(network, products):
    """Mean over products and seeds, and the deviation over seeds of the mean over products."""
    per_seed = np.mean([auroc_of(network, product) for product in products], 0)
    return float(per_seed.mean()), float(per_seed.std())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    parser.add_argument("--model", required=True, help="the exported network.onnx")
    parser.add_argument("--card", help="card.json whose quality entries are replaced")
    options = parser.parse_args()
    torch.set_num_threads(2)
    networks = {"student": student(options.model), "teacher": mobilenet(options.data), "random": random_network()}
    quality = []
    for name, (make, note) in SETS.items():
        products = list(make(options.data))
        found = {who: measure(network, products) for who, network in networks.items()}
        print(f"{name}: " + ", ".join(f"{who} {mean:.3f} ± {spread:.3f}" for who, (mean, spread) in found.items()), flush=True)
        note = f"{note}; mean of {len(products)} products and {len(SEEDS)} coreset seeds, deviation over seeds {found['student'][1]:.3f}; teacher: truncated MobileNetV2"
        quality.append({"set": name, "metric": "image AUROC", "value": round(found["student"][0], 3), "teacher": round(found["teacher"][0], 3), "random": round(found["random"][0], 3), "note": note})
    if options.card:
        write_quality(options.card, quality)


def write_quality(path, quality):
    with open(path) as stream:
        card = json.load(stream)
    with open(path, "w") as stream:
        json.dump({**card, "quality": quality}, stream, indent=2)
        stream.write("\n")


if __name__ == "__main__":
    main()
