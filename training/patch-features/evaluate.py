"""PatchCore and retrieval on what training never saw, with the student, its MobileNetV2 teacher and a random network.

The same code measures all of them: reflect padding, 3x3 means, both levels on the stride-8 grid. A product's score: a
farthest-first bank, nearest distances, a Gaussian of 4 px, the maximum; three coreset seeds. A texture's description:
the mean patch, seen from the mean over all crops. Intervals: 95 %, from resampled test pictures; the difference from
the teacher is resampled in pairs. The protocol is fixed here.
"""
import argparse
import hashlib
import json
import os
import pickle

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from scipy import ndimage
from scipy.stats import rankdata

from data import add_data_argument
from export import PAD_PX, reference_maps
from network import PatchNetwork
from onnx_torch import OnnxNetwork
from teachers import normalised
from unseen_products import PRODUCTS
from unseen_textures import TEXTURES

SEEDS = (1, 2, 3)
CANDIDATES, BANK = 8000, 800  # patches drawn at random, then kept by farthest-first
SIGMA_PX = 4
RESAMPLES = 400


# --- networks: picture batch -> [stride8 map, stride16 map] ---------------------------------------------------------


class Network:
    def __init__(self, key, maps):
        self.key, self.maps = key, maps

    def __call__(self, pictures):
        return self.maps(pictures)


def student(path):
    network = OnnxNetwork(path)
    with open(path, "rb") as stream:
        key = hashlib.sha256(stream.read()).hexdigest()
    return Network(key, lambda pictures: network(pictures, ("stride8", "stride16")))


def mobilenet(root):
    network = OnnxNetwork(os.path.join(root, "weights", "mobilenetv2_fp32_features.onnx"))

    def maps(pictures):
        found = network(F.pad(pictures, (PAD_PX,) * 4, mode="reflect"), ("feat_32", "feat_96"))
        return [one[:, :, cells:-cells, cells:-cells] for one, cells in zip(found, (PAD_PX // 8, PAD_PX // 16))]

    return Network("teacher", maps)


def random_network():
    torch.manual_seed(0)
    network = PatchNetwork().eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
    return Network("random", lambda pictures: list(reference_maps(network, pictures).values()))


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


def scores_of(network, product):
    """Per coreset seed the scores of the good and of the bad pictures."""
    size = product["bank"][0].shape[:2]
    bank_patches = torch.cat([patches(network, picture).flatten(0, 1) for picture in product["bank"]])
    maps = {kind: [patches(network, picture) for picture in product[kind]] for kind in ("good", "bad")}
    banks = [coreset(bank_patches, seed) for seed in SEEDS]
    return [{kind: np.array([score(one, bank, size) for one in maps[kind]]) for kind in maps} for bank in banks]


class Detection:
    """Image AUROC, the mean over products and seeds."""

    metric = "image AUROC"

    def __init__(self, network, products):
        self.scores = [scores_of(network, product) for product in products]

    def value(self, rng=None):
        """Of all test pictures or, with `rng`, of as many drawn with replacement; the same ones for every seed."""
        found = []
        for seeds in self.scores:
            drawn = {kind: slice(None) if rng is None else rng.integers(0, len(values), len(values)) for kind, values in seeds[0].items()}
            found += [auroc(*(scores[kind][drawn[kind]] for kind in ("good", "bad"))) for scores in seeds]
        return float(np.mean(found))


# --- retrieval ------------------------------------------------------------------------------------------------------


class Retrieval:
    """Recall@1: how often the crop most like a crop, of all others, is of the same texture."""

    metric = "recall@1"

    def __init__(self, network, classes):
        vectors = torch.stack([patches(network, crop).flatten(0, 1).mean(0) for crops in classes for crop in crops])
        owners = np.repeat(np.arange(len(classes)), [len(crops) for crops in classes])
        likeness = F.normalize(vectors - vectors.mean(0), dim=1)
        likeness = (likeness @ likeness.T).fill_diagonal_(-2)
        self.owners, self.hits = owners, owners[likeness.argmax(1).numpy()] == owners

    def value(self, rng=None):
        """Whole classes are resampled: the crops of one are not independent."""
        per_class = np.array([self.hits[self.owners == owner].mean() for owner in np.unique(self.owners)])
        return float(per_class.mean() if rng is None else per_class[rng.integers(0, len(per_class), len(per_class))].mean())


# --- the table ------------------------------------------------------------------------------------------------------


def interval(draw):
    return [round(float(edge), 3) for edge in np.percentile([draw(np.random.default_rng(seed)) for seed in range(RESAMPLES)], (2.5, 97.5))]


def entry_of(name, note, found):
    """One line of the card; the same seed draws the same pictures for student and teacher."""
    own, teacher = found["student"], found["teacher"]
    difference = interval(lambda rng: own.value(copied(rng)) - teacher.value(rng))
    values = {who: round(one.value(), 3) for who, one in found.items()}
    print(f"{name}: {values}, difference {values['student'] - values['teacher']:+.3f} {difference}", flush=True)
    return {
        "set": name, "metric": own.metric, "value": values["student"], "interval": interval(own.value),
        "teacher": values["teacher"], "differenceInterval": difference, "random": values["random"], "note": note,
    }  # fmt: skip


def copied(rng):
    twin = np.random.default_rng()
    twin.bit_generator.state = rng.bit_generator.state
    return twin


def measured(measure, name, network, material, cache):
    """What was measured before is read from the cache: the teacher and the random network do not change."""
    path = cache and os.path.join(cache, hashlib.sha256(f"{network.key} {name}".encode()).hexdigest())
    if path and os.path.exists(path):
        with open(path, "rb") as stream:
            return pickle.load(stream)
    found = measure(network, material)
    if path:
        os.makedirs(cache, exist_ok=True)
        with open(path, "wb") as stream:
            pickle.dump(found, stream)
    return found


def networks_of(options):
    beside = dict(pair.split("=", 1) for pair in options.beside)
    return {"student": student(options.model), "teacher": mobilenet(options.data), "random": random_network(), **{name: student(path) for name, path in beside.items()}}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    parser.add_argument("--model", required=True, help="the exported network.onnx")
    parser.add_argument("--beside", nargs="*", default=[], metavar="NAME=FILE", help="other exported networks, printed only")
    parser.add_argument("--card", help="card.json whose quality entries are replaced")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sets", nargs="*", default=[*PRODUCTS, *TEXTURES], help="only these")
    parser.add_argument("--cache", help="folder that keeps what was measured of a network")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    networks, quality = networks_of(options), []
    for measure, sets in ((Detection, PRODUCTS), (Retrieval, TEXTURES)):
        for name in (name for name in sets if name in options.sets):
            make, note = sets[name]
            material = list(make(options.data))
            quality.append(entry_of(name, note, {who: measured(measure, name, network, material, options.cache) for who, network in networks.items()}))
    if options.card:
        write_quality(options.card, quality)


def write_quality(path, quality):
    with open(path) as stream:
        card = json.load(stream)
    others = [entry for entry in card["quality"] if entry["set"] not in {new["set"] for new in quality}]
    with open(path, "w") as stream:
        json.dump({**card, "quality": [*others, *quality]}, stream, indent=2)
        stream.write("\n")


if __name__ == "__main__":
    main()
