"""Training groups: for one product two clean pictures (its usual look) and six that are clean, damaged once or twice.

A shard holds measurements, not pixels: everything that is learned comes after them (front.py, look.py).

What is held out is fixed in training/patch-features/data.py and here, before the first run, and never enters a group:
four papers, three board groups, kodim19 to kodim24, two procedural families and every picture of the demo product.
"""
import argparse
import functools
import glob
import os
import sys
import time

import numpy as np
import torch
from PIL import Image
from scipy import ndimage

from front import Front
from degrade import FAMILY_OF, KINDS, ORDER, degrade, image_of, is_grey, recoded, strength_of
from look import CROP_PX, look_of

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "patch-features"))
families = __import__("families")
HELD_OUT_PAPERS = ("PA_BRG02_RL", "PA_FLR01_TL", "PA_FVN01_TL", "PA_GLA01_TL")
HELD_OUT_BOARD_GROUPS = ("group20085", "group50600", "group92000")
HELD_OUT_PHOTOGRAPHS = ("19", "20", "21", "22", "23", "24")
HELD_OUT_FAMILIES = ("toothed", "knit")

SHARES = {"photographs": 0.27, "boards": 0.2, "papers": 0.18, "castings": 0.15, "procedural": 0.2, "own": 0.6}
PICTURES = 8
BASES = 2
GROUPS_A_SHARD = 20
VALIDATION_FROM = 9000  # shards with these numbers choose the thresholds and are not trained on
VISIBLE_RMS = 1.0  # grey levels; a change below it leaves the kind open: neither right nor wrong
LOCAL = ("glare", "lens_dirt", "line_fault")
PARTIAL = ("defocus_blur", "motion_blur", "gaussian_blur")
NOISE_KILLERS = ("resolution", "noise")


def add_data_arguments(parser):
    parser.add_argument("--data", default=os.environ.get("GUMSA_TEST_DATA"), help="folder that holds data/ (default: GUMSA_TEST_DATA)")
    parser.add_argument("--castings", help="folder of castings drawn by scripts/draw-casting.ts with seeds that are not the demo's")
    parser.add_argument("--pictures", help="folder of clean pictures of your own, a sub-folder a product, instead of those in data/")


def products(options):
    """For each source a list of products, each a list of files; a family name stands for itself. What is not there is left out."""
    drawn = [[name] for name in sorted(families.FAMILIES) if name not in HELD_OUT_FAMILIES]
    if options.pictures:
        return {"own": by_folder(own_files(options.pictures), 1), "procedural": drawn}
    data = os.path.join(options.data or "", "data")
    found = lambda pattern, held_out: [path for path in sorted(glob.glob(os.path.join(data, pattern))) if not set(os.path.splitext(path)[0].split(os.sep)) & set(held_out)]
    return {
        "photographs": [files for files in [found("kodak24/*/*.png", HELD_OUT_PHOTOGRAPHS)] if files],
        "boards": by_folder(found("deeppcb/group*/[0-9]*/*.jpg", HELD_OUT_BOARD_GROUPS), 1),
        "papers": by_folder(found("piped/*/*efects/*.bmp", HELD_OUT_PAPERS), 2),
        "castings": [files for files in [sorted(glob.glob(os.path.join(options.castings or "", "*/t*/good/*.jpg")))] if files],
        "procedural": drawn,
    }


def own_files(folder):
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "**", "*"), recursive=True))
    return [path for path in paths if os.path.splitext(path)[1].lower() in (".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff")]


def by_folder(paths, levels):
    groups = {}
    for path in paths:
        groups.setdefault(path.split(os.sep)[-1 - levels], []).append(path)
    return list(groups.values())


@functools.lru_cache(maxsize=700)
def opened(path):
    return np.asarray(Image.open(path).convert("RGB"))


def draw_product(source, files, rng):
    """A function that gives another clean picture of one product, float32."""
    if source == "procedural":
        return windows(lambda: drawn_family(files[0], rng), int(rng.integers(160, 320)), rng, pictures=1)
    if source == "papers":
        return lambda: chosen(files, rng)
    if source == "castings":
        side, native = [(512, 512), (320, 320), (256, 512)][rng.choice(3, p=[0.35, 0.35, 0.3])]
        return windows(lambda: shrunk(chosen(files, rng), native), side, rng, pictures=8)
    if source == "own":
        return windows(lambda: chosen(files, rng), int(rng.integers(256, 480)), rng, pictures=8)
    if source == "boards":
        recolour = recolouring(rng)
        return windows(lambda: recolour(chosen(files, rng)), int(rng.integers(256, 480)), rng, pictures=8)
    scale = 1 if rng.random() < 0.6 else rng.uniform(0.5, 1)
    alone = rng.random() < 0.5
    return windows(lambda: shrunk(chosen(files, rng), int(768 * scale)), int(rng.integers(192, min(448, int(512 * scale)))), rng, pictures=1 if alone else 8)


def chosen(files, rng):
    return opened(files[rng.integers(len(files))]).astype(np.float32)


def shrunk(picture, long_edge):
    height, width = picture.shape[:2]
    factor = long_edge / max(height, width)
    if factor >= 1:
        return picture
    return np.asarray(image_of(picture).resize((round(width * factor), round(height * factor)), Image.LANCZOS), np.float32)


def drawn_family(name, rng):
    picture = np.clip(families.FAMILIES[name](rng, 400), 0, 1) * 255
    return (picture + rng.uniform(0, 2) * rng.standard_normal(picture.shape)).clip(0, 255).astype(np.float32)


def recolouring(rng):
    """Boards are near-binary: some get other colours, so that they are not known by their black and white."""
    if rng.random() < 0.6:
        return lambda picture: picture
    low, high = rng.uniform(0, 130, 3).astype(np.float32), rng.uniform(120, 255, 3).astype(np.float32)
    return lambda picture: low + picture / 255 * (high - low)


def windows(draw, side, rng, pictures):
    """Square windows of up to `pictures` different pictures."""
    held = [draw() for _ in range(pictures)]

    def window():
        picture = held[rng.integers(len(held))]
        height, width = (min(side, length) for length in picture.shape[:2])
        top, left = (int(rng.integers(0, length - part + 1)) for length, part in zip(picture.shape, (height, width)))
        return picture[top : top + height, left : left + width]

    return window


def harmless(picture, rng):
    """What is no degradation: another light within a tenth, a turn, a little other scale, a border, a good JPEG."""
    if rng.random() < 0.3:
        picture = np.clip(picture * rng.uniform(0.92, 1.08), 0, 255)
    if rng.random() < 0.12:
        turned = ndimage.rotate(picture, rng.uniform(-8, 8), reshape=False, order=3, mode="mirror")
        picture = np.clip(turned, 0, 255)
    elif rng.random() < 0.12:
        side = np.round(np.array(picture.shape[1::-1]) * rng.uniform(0.92, 1.08)).astype(int)
        picture = np.asarray(image_of(picture).resize(tuple(side), Image.BICUBIC), np.float32)
    if rng.random() < 0.08:
        edges = [(int(edge), int(edge)) for edge in rng.integers(0, max(2, min(picture.shape[:2]) // 8), 2)]
        picture = np.pad(picture, (*edges, (0, 0)), constant_values=rng.choice([0, 128, 255, rng.uniform(0, 255)]))
    if rng.random() < 0.04:
        picture = np.repeat((picture @ np.array([0.299, 0.587, 0.114], np.float32))[..., None], 3, 2)
    return recoded("JPEG")(picture, int(rng.integers(92, 97)), rng) if rng.random() < 0.12 else picture


def chosen_kinds(rng):
    """None, one or two kinds of different families, in the order in which a camera does them."""
    draw = rng.random()
    if draw < 0.2:
        return []
    first = KINDS[rng.integers(len(KINDS))]
    if draw < 0.72:
        return [first]
    while True:
        second = KINDS[rng.integers(len(KINDS))]
        pair = {FAMILY_OF[first], FAMILY_OF[second]}
        if len(pair) == 2 and pair != set(NOISE_KILLERS):
            return sorted((first, second), key=ORDER.index)


def damaged(picture, kinds, rng):
    """The picture after `kinds`, and what is true of it."""
    truth = {"severity": np.zeros(len(KINDS), np.float32), "open": np.zeros(len(KINDS), bool), "motion": np.zeros(3, np.float32), "change": {}}
    for kind in kinds:
        level = rng.uniform(1, 5) if rng.random() < 0.75 else rng.integers(1, 6)
        angle = rng.uniform(0, np.pi)
        after = degrade(picture, kind, level, rng, angle)
        if kind in PARTIAL and rng.random() < 0.15:
            after = picture + (after - picture) * half_plane(picture, rng)[..., None]
        change = (after - picture) ** 2
        index = KINDS.index(kind)
        truth["severity"][index] = level / 5
        truth["open"][index] = change.mean() < VISIBLE_RMS**2
        truth["change"][kind] = change.mean(2)
        if kind == "motion_blur":
            truth["motion"][:] = np.cos(2 * angle), np.sin(2 * angle), np.log2(strength_of(kind, level))
        picture = after
    return picture, truth


def half_plane(picture, rng):
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width]
    turn = rng.uniform(0, 2 * np.pi)
    depth = (x / width - 0.5) * np.cos(turn) + (y / height - 0.5) * np.sin(turn)
    return np.clip((depth - rng.uniform(-0.2, 0.2)) * min(height, width) / 6 + 0.5, 0, 1).astype(np.float32)


def covered(change, places):
    """Of each crop whether the damage reaches it: whole-picture kinds reach all crops, flat ones too."""
    shares = np.ones((len(places), len(KINDS)), np.float32)
    for kind, square in change.items():
        pad = [(0, max(0, CROP_PX - side)) for side in square.shape]
        square = np.pad(square, pad)
        sums = np.array([square[y : y + CROP_PX, x : x + CROP_PX].mean() for y, x in places])
        if kind in LOCAL or (kind in PARTIAL and (square == 0).mean() > 0.2):
            shares[:, KINDS.index(kind)] = (sums > 1) & (sums > 0.1 * sums.max())
    return shares


@functools.lru_cache(maxsize=None)
def front():
    return Front()


@torch.no_grad()
def picture_record(picture, kinds, rng):
    after, truth = damaged(picture, kinds, rng)
    crops, numbers, places = look_of(np.round(np.clip(after, 0, 255)).astype(np.uint8))
    of_crops, of_picture = (found[0].numpy() for found in front()(torch.from_numpy(crops.transpose(0, 3, 1, 2)[None].astype(np.float32))))
    look = np.concatenate([of_picture, numbers])
    return {"crops": of_crops, "look": look, "reached": covered(truth["change"], places), **{name: truth[name] for name in ("severity", "open", "motion")}}


def group_record(source, files, rng):
    clean = draw_product(source, files, rng)
    grey = rng.random() < 0.15
    softened = (lambda picture: picture) if not grey else lambda picture: np.repeat(picture.mean(2, keepdims=True), 3, 2)
    bases = [picture_record(softened(clean()), [], rng) for _ in range(BASES)]
    colour_kinds = ("oversaturation", "desaturation")
    queries = []
    while len(bases) + len(queries) < PICTURES:
        picture = harmless(softened(clean()), rng)
        kinds = chosen_kinds(rng)
        if is_grey(picture) and set(kinds) & set(colour_kinds):
            continue
        queries.append(picture_record(picture, kinds, rng))
    records = bases + queries
    return {name: np.stack([record[name] for record in records]) for name in records[0]}


def make_shard(options, number, groups=GROUPS_A_SHARD):
    """Writes one shard; what it holds depends on the seed and its number alone."""
    rng = np.random.default_rng([options.seed, number])
    sources = products(options)
    sources = {name: found for name, found in sources.items() if found}
    shares = np.array([SHARES[name] for name in sources])
    drawn = []
    for _ in range(groups):
        source = rng.choice(list(sources), p=shares / shares.sum())
        group = group_record(source, sources[source][rng.integers(len(sources[source]))], rng)
        group["source"] = np.array(list(SHARES).index(source))
        drawn.append(group)
    path = shard_path(options.work, number)
    stacked = {name: np.stack([group[name] for group in drawn]) for name in drawn[0]}
    np.savez(path + ".part.npz", **stacked)
    os.replace(path + ".part.npz", path)


def is_validation(path):
    return int(os.path.basename(path)[6:10]) >= VALIDATION_FROM


def shard_path(work, number):
    return os.path.join(work, f"shard-{number:04d}.npz")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_arguments(parser)
    parser.add_argument("--work", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shards", type=int, default=150, help=f"of {GROUPS_A_SHARD} groups of {PICTURES} pictures")
    parser.add_argument("--validation", type=int, default=4, help="further shards, for the thresholds")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--every", type=int, default=1, help="write every n-th shard, so that several processes can share the work")
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.work, exist_ok=True)
    wanted = [*range(options.shards), *range(VALIDATION_FROM, VALIDATION_FROM + options.validation)]
    missing = [number for number in wanted[options.first :: options.every] if not os.path.exists(shard_path(options.work, number))]
    begun = time.time()
    for done, number in enumerate(missing):
        make_shard(options, number)
        left = (time.time() - begun) / (done + 1) * (len(missing) - done - 1) / 60
        print(f"shard {number}, {len(missing) - done - 1} to go, {left:.1f} min left", flush=True)


if __name__ == "__main__":
    main()
