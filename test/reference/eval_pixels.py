"""Reference values for the pixel metrics of evals/metrics.

    python3 test/reference/eval_pixels.py > test/reference/eval-pixels.json     (python3-sklearn, python3-skimage)

AUROC from scikit-learn. The area under the per-region overlap curve (AUPRO) as Bergmann et al. 2021 define it, written
down here from that definition: every distinct score is a threshold; the rate of false positives counts all pixels
without a defect of all pictures; the overlap is averaged over the connected regions (eight neighbours, scikit-image) of
all masks; the area up to the limit is integrated by trapezoids, cut there, and divided by it.

The scores are drawn from a formula that the test repeats: no pixel has to be stored.
"""

import json

import numpy as np
from skimage.measure import label
from sklearn.metrics import precision_recall_curve, roc_auc_score

WIDTH, HEIGHT = 40, 30


def scores_of(picture, levels):
    """Whole-number arithmetic, so that both sides have the same floats. `levels` few: ties everywhere."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.uint64)
    mixed = (x * 7919 + y * 104729 + np.uint64(picture) * 1299709) % np.uint64(9973)
    mixed = (mixed * mixed) % np.uint64(9973)
    return (np.floor(mixed * levels / 9973) / levels).astype(np.float32)


def mask_of(boxes):
    mask = np.zeros((HEIGHT, WIDTH), dtype=bool)
    for x, y, width, height in boxes:
        mask[y : y + height, x : x + width] = True
    return mask


def aupro(scores, masks, limit):
    good = np.concatenate([s[~m] for s, m in zip(scores, masks)])
    regions = []
    for score, mask in zip(scores, masks):
        labelled = label(mask, connectivity=2)
        regions += [score[labelled == i] for i in range(1, labelled.max() + 1)]
    thresholds = np.unique(np.concatenate([s.ravel() for s in scores]))[::-1]
    rate, overlap = [0.0], [0.0]
    for threshold in thresholds:
        rate.append(float(np.mean(good >= threshold)))
        overlap.append(float(np.mean([np.mean(region >= threshold) for region in regions])))
    cut = np.interp(limit, rate, overlap)
    before = [(r, o) for r, o in zip(rate, overlap) if r < limit] + [(limit, cut)]
    x, y = np.array(before).T
    return float(np.trapz(y, x)) / limit, len(regions)


def case(name, levels, pictures, lift):
    masks = [mask_of(boxes) for boxes in pictures]
    scores = [scores_of(i, levels) + np.float32(lift) * m.astype(np.float32) for i, m in enumerate(masks)]
    truth = np.concatenate([m.ravel() for m in masks])
    flat = np.concatenate([s.ravel() for s in scores])
    value, regions = aupro(scores, masks, 0.3)
    whole, _ = aupro(scores, masks, 1.0)
    precision, recall, _ = precision_recall_curve(truth, flat)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return {
        "name": name,
        "levels": levels,
        "lift": lift,
        "pictures": pictures,
        "regions": regions,
        "pixelAuroc": float(roc_auc_score(truth, flat)),
        "aupro": value,
        "auproWhole": whole,
        "f1Max": float(f1.max()),
    }


# The second picture has none; two boxes of the third touch at a corner, which makes them one region.
PICTURES = [[[3, 4, 9, 6], [25, 20, 2, 2]], [], [[10, 10, 4, 4], [14, 14, 5, 3], [30, 2, 8, 12]]]
print(
    json.dumps(
        {
            "widthPx": WIDTH,
            "heightPx": HEIGHT,
            "cases": [
                case("fine scores", 9973, PICTURES, 0.25),
                case("scores in eight steps", 8, PICTURES, 0.25),
                case("scores that say nothing", 9973, PICTURES, 0),
                case("two scores only", 1, PICTURES, 0.5),
            ],
        }
    )
)
