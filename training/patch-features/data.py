"""Training tiles: crops of real pictures and procedural families, with every change baked in.

The change of light, noise and pasted flaws comes BEFORE the teachers see a tile, so that the student learns how the
teachers answer to it. What is held out is fixed here and never enters a tile.
"""
import argparse
import glob
import io
import os
from multiprocessing import Pool

import numpy as np
from PIL import Image
from scipy import ndimage

from drawing import smooth_noise, turned_grid
from families import FAMILIES

TILE_PX = 192
SHARD_TILES = 10_000

# Fixed before the first training run. Changing these lines invalidates every published figure.
HELD_OUT_PAPERS = ("PA_BRG02_RL", "PA_FLR01_TL", "PA_FVN01_TL", "PA_GLA01_TL")
HELD_OUT_BOARD_GROUPS = ("group20085", "group50600", "group92000")
HELD_OUT_PHOTOGRAPHS = ("19", "20", "21", "22", "23", "24")  # kodim19 to kodim24
HELD_OUT_FAMILIES = ("toothed", "knit", "screws", "capsules", "halftone", "crazed", "droplets")

# The first shard was drawn when there were these families only. A shard never changes, so that its maps stay valid.
FIRST_FAMILIES = sorted(
    ["cast", "machined", "brushed", "weave", "grain", "granules", "perforated", "gradient", "glass", "printed", "boards", "round_parts", "plate_parts", "thin_parts"]
)

# Share of the tiles from each source; without and with pictures of one's own.
SHARES = {"photographs": 0.24, "boards": 0.13, "papers": 0.09, "procedural": 0.54}
OWN_SHARES = {"own": 0.5, "procedural": 0.5}
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp")

# How far a crop reaches at most, in tiles, before it is brought to a tile's size.
REACH = {"photographs": 2.4, "own": 2.4, "boards": 1.6, "papers": 1.0}


def add_data_argument(parser):
    parser.add_argument("--data", default=os.environ.get("GUMSA_TEST_DATA"), help="folder that holds data/ and weights/ (default: GUMSA_TEST_DATA)")


def add_pictures_argument(parser):
    parser.add_argument("--pictures", help="folder of pictures of your own, instead of those in data/")


def training_files(root, shard, pictures=None):
    families = FIRST_FAMILIES if shard == 0 else sorted(name for name in FAMILIES if name not in HELD_OUT_FAMILIES)
    if pictures:
        found = sorted(glob.glob(os.path.join(glob.escape(pictures), "**", "*"), recursive=True))
        return {"own": [path for path in found if path.lower().endswith(PICTURE_ENDINGS)], "procedural": families}
    return {
        "photographs": kept(root, "kodak24/*/*.png", HELD_OUT_PHOTOGRAPHS),
        "boards": kept(root, "deeppcb/group*/[0-9]*/*.jpg", HELD_OUT_BOARD_GROUPS),
        "papers": kept(root, "piped/*/*efects/*.bmp", HELD_OUT_PAPERS),
        "procedural": families,
    }


def kept(root, pattern, held_out):
    """Files of which no folder and no stem is held out; a name that matches nothing is an error, not a leak."""
    paths = sorted(glob.glob(os.path.join(root, "data", pattern)))
    parts = {path: set(os.path.splitext(path)[0].split(os.sep)) for path in paths}
    unmatched = [name for name in held_out if not any(name in found for found in parts.values())]
    if unmatched:
        raise SystemExit(f"held-out names without a file under {root}: {unmatched}")
    return [path for path in paths if not parts[path] & set(held_out)]


def tile(source, name, rng):
    """One finished tile, uint8 [TILE_PX, TILE_PX, 3]."""
    picture = FAMILIES[name](rng, TILE_PX) if source == "procedural" else crop_of(source, name, rng)
    if rng.random() < 0.4:
        picture = with_flaw(picture, rng)
    return np.round(photometric(np.clip(picture, 0, 1), rng) * 255).astype(np.uint8)


def crop_of(source, path, rng):
    picture = Image.open(path).convert("RGB")
    if source == "papers":
        picture = mirrored(picture.resize((int(128 * rng.uniform(0.9, 1.6)),) * 2, Image.BICUBIC))
    side = int(min(min(picture.size), TILE_PX * REACH[source] ** rng.uniform(0, 1)))
    left, top = rng.integers(0, picture.width - side + 1), rng.integers(0, picture.height - side + 1)
    picture = picture.crop((left, top, left + side, top + side)).resize((TILE_PX, TILE_PX), Image.LANCZOS)
    pixels = np.rot90(np.asarray(picture, np.float32) / 255, rng.integers(0, 4))
    pixels = pixels[:, ::-1] if rng.random() < 0.5 else pixels
    if source == "boards":
        pixels = recoloured(pixels, rng)
    return pixels


def mirrored(picture):
    pixels = np.asarray(picture)
    return Image.fromarray(np.pad(pixels, ((0, TILE_PX), (0, TILE_PX), (0, 0)), "symmetric")[: 2 * TILE_PX, : 2 * TILE_PX])


def recoloured(pixels, rng):
    """Boards are near-binary: half of them get other colours, so that the shapes are seen in any contrast."""
    if rng.random() < 0.5:
        return pixels
    low, high = rng.uniform(0, 0.6, 3), rng.uniform(0.4, 1, 3)
    return low + pixels * (high - low) if rng.random() < 0.5 else high + pixels * (low - high)


def with_flaw(picture, rng):
    """A scratch, stain, speck or misplaced patch: what the bank will have to notice."""
    size = picture.shape[0]
    x, y = rng.uniform(-0.42, 0.42, 2) * size
    u, v = turned_grid(rng, size)
    u, v = u - x, v - y
    kind = rng.choice(["scratch", "stain", "speck", "patch"])
    if kind == "patch":
        side = int(rng.integers(8, 48))
        (top, left), (row, column) = rng.integers(0, size - side, 2), rng.integers(0, size - side, 2)
        changed = picture.copy()
        changed[row : row + side, column : column + side] = np.rot90(picture[top : top + side, left : left + side], rng.integers(0, 4))
        return changed
    if kind == "scratch":
        bent = u + rng.uniform(-0.01, 0.01) * v**2
        shape = np.exp(-((bent / rng.uniform(0.5, 2)) ** 2)) * (np.abs(v) < rng.uniform(8, 50))
    elif kind == "stain":
        radius = rng.uniform(6, 30)
        shape = np.clip((radius - np.hypot(u, v * rng.uniform(0.4, 1)) + radius * 0.3 * smooth_noise(rng, size, 12)) / rng.uniform(1, 6), 0, 1)
    else:
        shape = np.clip(rng.uniform(1, 6) - np.hypot(u, v * rng.uniform(0.5, 1)) + 0.5, 0, 1)
    strength = rng.uniform(0.25, 1)
    return picture + strength * shape[..., None] * (rng.uniform(0, 1) * np.ones(3) + 0.15 * rng.standard_normal(3) - picture)


def photometric(picture, rng):
    """Exposure, gamma, colour cast, uneven light, blur, noise and JPEG, each now and then."""
    picture = picture ** np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.15))
    picture = picture.mean() + (picture - picture.mean()) * np.exp(rng.normal(0, 0.2))
    if rng.random() < 0.3:
        picture = picture * (1 + rng.normal(0, 0.06, 3))
    if rng.random() < 0.15:
        picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.35:
        picture = picture * (1 + rng.uniform(0.05, 0.25) * smooth_noise(rng, picture.shape[0], 2))[..., None]
    if rng.random() < 0.2:
        picture = ndimage.gaussian_filter(picture, (sigma := rng.uniform(0.4, 1.6), sigma, 0))
    if rng.random() < 0.35:
        picture = picture + rng.normal(0, rng.uniform(0.004, 0.04), picture.shape)
    picture = np.clip(picture, 0, 1)
    return jpeg(picture, int(rng.integers(40, 96))) if rng.random() < 0.2 else picture


def jpeg(picture, quality):
    buffer = io.BytesIO()
    Image.fromarray(np.round(picture * 255).astype(np.uint8)).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer), np.float32) / 255


def plan_of(root, shard, count, seed, pictures=None):
    """(source, file or family, seed) of each tile of a shard, shuffled; every file and family gets its equal share."""
    files, shard_seed, plan = training_files(root, shard, pictures), seed + 100 * shard, []
    for source, share in (OWN_SHARES if pictures else SHARES).items():
        plan += [(source, files[source][index % len(files[source])]) for index in range(round(count * share))]
    order = np.random.default_rng(shard_seed).permutation(len(plan))
    return [(*plan[place], shard_seed * 1_000_003 + number) for number, place in enumerate(order)]


def draw(job):
    source, name, seed = job
    return tile(source, name, np.random.default_rng(seed))


def make_tiles(path, plan, processes=2):
    """Draw a plan's tiles to `path` once; a finished file is kept."""
    if os.path.exists(path):
        return np.load(path, mmap_mode="r")
    tiles = np.empty((len(plan), TILE_PX, TILE_PX, 3), np.uint8)
    with Pool(processes) as pool:
        for number, finished in enumerate(pool.imap(draw, plan, chunksize=32)):
            tiles[number] = finished
            if number % 1000 == 0:
                print(f"tiles {number} of {len(plan)}", flush=True)
    np.save(path + ".part.npy", tiles)
    os.replace(path + ".part.npy", path)
    return np.load(path, mmap_mode="r")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Draw a sheet of training tiles to look at.")
    add_data_argument(parser)
    add_pictures_argument(parser)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    jobs = plan_of(options.data, 1, 96, 7, options.pictures)
    rows = [np.concatenate([draw(job) for job in jobs[row : row + 12]], 1) for row in range(0, len(jobs) - 11, 12)]
    Image.fromarray(np.concatenate(rows, 0)).save(options.out)
