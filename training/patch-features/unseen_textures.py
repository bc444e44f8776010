"""Texture classes that training never saw: a class is a list of uint8 crops of one texture."""
import glob
import os

import numpy as np
from PIL import Image

from data import HELD_OUT_FAMILIES, HELD_OUT_PHOTOGRAPHS
from drawing import smooth_noise
from families import FAMILIES

FAMILY_TEXTURES, FAMILY_PX = 10, 192
PHOTOGRAPH_PX = 128


def light(rng, picture):
    """Every crop is seen under other light, with noise of its own."""
    picture = picture * np.exp(rng.normal(0, 0.15)) * (1 + 0.1 * smooth_noise(rng, picture.shape[0], 2)[..., None])
    return np.round(np.clip(picture + rng.normal(0, 0.01, picture.shape), 0, 1) * 255).astype(np.uint8)


def quarters(picture):
    half = picture.shape[0] // 2
    return [picture[row : row + half, column : column + half] for row in (0, half) for column in (0, half)]


def family_textures(_):
    """Ten textures of each left-out family that fills the picture; four crops of each."""
    for family in sorted(set(HELD_OUT_FAMILIES) - {"toothed", "screws", "capsules"}):
        for number in range(FAMILY_TEXTURES):
            rng = np.random.default_rng(900 + number)
            picture = FAMILIES[family](rng, 2 * FAMILY_PX)
            yield [light(rng, quarter) for quarter in quarters(picture)]


def photographs(root):
    """Crops side by side of each held-out photograph; a crop of the sky has little to be known by."""
    for name in HELD_OUT_PHOTOGRAPHS:
        (path,) = glob.glob(os.path.join(root, "data", "kodak24", "*", f"{name}.png"))
        picture = np.asarray(Image.open(path).convert("RGB"))
        steps = (range(0, edge - PHOTOGRAPH_PX + 1, PHOTOGRAPH_PX) for edge in picture.shape[:2])
        rows, columns = (list(step) for step in steps)
        yield [picture[row : row + PHOTOGRAPH_PX, column : column + PHOTOGRAPH_PX] for row in rows for column in columns]


TEXTURES = {
    "textures of left-out families": (family_textures, "192 px crops under changed light; 4 a class"),
    "crops of unseen Kodak pictures": (photographs, "128 px crops side by side; a class is a picture"),
}
