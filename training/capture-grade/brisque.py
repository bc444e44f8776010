"""BRISQUE (Mittal et al. 2012) of pictures, as OpenCV's quality module computes it: python3 brisque.py MODEL.yml RANGE.yml PNG...

Prints one line a picture: path and score, 0 (best) to about 100. Written from the paper; the support vectors are OpenCV's.
"""
import re
import sys

import numpy as np
from PIL import Image
from scipy import ndimage
from scipy.special import gamma

SHAPES = np.arange(0.2, 10, 0.001)
RATIOS = gamma(2 / SHAPES) ** 2 / (gamma(1 / SHAPES) * gamma(3 / SHAPES))


def normalised(luminance):
    """Mean-subtracted contrast-normalised coefficients."""
    blur = lambda plane: ndimage.gaussian_filter(plane, 7 / 6, truncate=3 / (7 / 6), mode="nearest")
    mean = blur(luminance)
    deviation = np.sqrt(np.abs(blur(luminance**2) - mean**2))
    return (luminance - mean) / (deviation + 1 / 255)


def asymmetric(values):
    """Shape, mean and both deviations of an asymmetric generalised Gaussian, by moments."""
    left = np.sqrt((values[values < 0] ** 2).mean()) if (values < 0).any() else 1e-6
    right = np.sqrt((values[values > 0] ** 2).mean()) if (values > 0).any() else 1e-6
    balance = left / right
    ratio = np.abs(values).mean() ** 2 / (values**2).mean()
    ratio *= (balance**3 + 1) * (balance + 1) / (balance**2 + 1) ** 2
    shape = SHAPES[np.abs(RATIOS - ratio).argmin()]
    mean = (right - left) * gamma(2 / shape) / gamma(1 / shape) * np.sqrt(gamma(1 / shape) / gamma(3 / shape))
    return shape, mean, left, right


def features(luminance):
    found = []
    for scale in range(2):
        coefficients = normalised(luminance)
        shape, _, left, right = asymmetric(coefficients)
        found += [shape, (left**2 + right**2) / 2]
        for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
            shifted = np.roll(coefficients, (dy, dx), (0, 1))
            shape, mean, left, right = asymmetric(coefficients * shifted)
            found += [shape, mean, left**2, right**2]
        if scale == 0:
            height, width = luminance.shape
            luminance = np.asarray(Image.fromarray(luminance.astype(np.float32)).resize((width // 2, height // 2), Image.BICUBIC))
    return np.array(found)


def numbers_after(text, key):
    return np.array([float(number) for number in re.findall(r"[-+]?\d+\.?\d*(?:e[-+]?\d+)?", text.split(key, 1)[1])])


def load(model_path, range_path):
    text = open(model_path).read()
    count = int(re.search(r"sv_total: (\d+)", text).group(1))
    vectors = numbers_after(text.split("decision_functions")[0], "support_vectors:")[: count * 36].reshape(count, 36)
    decision = text.split("decision_functions")[1]
    rho = float(re.search(r"rho: ([-\d.e+]+)", decision).group(1))
    weights = numbers_after(decision, "alpha:")[:count]
    limits = numbers_after(open(range_path).read(), "data:")[:72].reshape(2, 36)
    return vectors, weights, rho, limits, float(re.search(r"gamma: ([-\d.e+]+)", text).group(1))


def score(path, model):
    vectors, weights, rho, limits, width = model
    luminance = np.asarray(Image.open(path).convert("L"), np.float64) / 255
    scaled = -1 + 2 * (features(luminance) - limits[0]) / (limits[1] - limits[0])
    return float(weights @ np.exp(-width * ((vectors - scaled) ** 2).sum(1)) - rho)


if __name__ == "__main__":
    loaded = load(*sys.argv[1:3])
    for path in sys.argv[3:]:
        print(f"{path}\t{score(path, loaded):.3f}", flush=True)
