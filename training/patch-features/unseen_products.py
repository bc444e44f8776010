"""Products that training never saw: {"bank": [...], "good": [...], "bad": [...]} of uint8 pictures each."""
import glob
import os

import numpy as np
from PIL import Image
from scipy import ndimage

from data import HELD_OUT_BOARD_GROUPS, HELD_OUT_PAPERS
from drawing import colour, fractal_noise, relief, turned_grid
from parts import toothed_mask

BOARD_CROP_PX, BOARDS_PER_GROUP = 256, 24
DRAWN_PX, DRAWN_PRODUCTS, DRAWN_PICTURES = 192, 3, 24
DEMO_PX = 384
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "casting")


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


def demo(_):
    """The product that Gumsa ships: parts at nearly one angle."""
    good, test = (sorted(glob.glob(os.path.join(DEMO, part, "good", "*"))) for part in ("train", "test"))
    bad = sorted(path for path in glob.glob(os.path.join(DEMO, "test", "*", "*")) if os.path.basename(os.path.dirname(path)) != "good")
    yield {kind: [resized(read(path)) for path in paths] for kind, paths in (("bank", good), ("good", test), ("bad", bad))}


def resized(picture):
    return np.asarray(Image.fromarray(picture).resize((DEMO_PX, DEMO_PX), Image.LANCZOS))


PRODUCTS = {
    "PIPED, four unseen papers": (papers, "128 px; half of the clean sheets make the bank"),
    "DeepPCB, crops of unseen groups": (boards, "256 px crops; bank from templates of other boards of the group"),
    "drawn toothed wheels, any rotation": (drawn_parts, "192 px; procedural family left out of training"),
    "demo product": (demo, "384 px; drawn by scripts/draw-casting.ts, never trained on"),
}
