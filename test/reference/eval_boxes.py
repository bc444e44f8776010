"""Reference values for the boxes' metrics of evals/metrics: COCO's evaluation in numpy.

    python3 test/reference/eval_boxes.py > test/reference/eval-boxes.json     (python3-numpy)

Written down from the definition of COCO's detection challenge (Lin et al. 2014; cocodataset.org/#detection-eval):
matching strongest first within a picture and a category at each overlap, the best free true box first and crowds after,
at most 100 boxes, precision made monotonic and read at 101 recalls, then averaged.
"""

import json

import numpy as np

rng = np.random.default_rng(5)
IOUS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)


def overlaps(found, truth, crowd):
    out = np.zeros((len(found), len(truth)))
    for i, (x, y, w, h) in enumerate(found):
        for j, (u, v, s, t) in enumerate(truth):
            width, height = min(x + w, u + s) - max(x, u), min(y + h, v + t) - max(y, v)
            if width <= 0 or height <= 0:
                continue
            shared = width * height
            out[i, j] = shared / (w * h if crowd[j] else w * h + s * t - shared)
    return out


def match(picture, category, threshold):
    truth = sorted((t for t in picture["truth"] if t["label"] == category), key=lambda t: t.get("isCrowd", False))
    found = sorted((f for f in picture["found"] if f["label"] == category), key=lambda f: -f["score"])[:100]
    crowd = [t.get("isCrowd", False) for t in truth]
    iou = overlaps([f["box"] for f in found], [t["box"] for t in truth], crowd)
    taken, judged = set(), []
    for i, box in enumerate(found):
        best, chosen = min(threshold, 1 - 1e-10), None
        for j in range(len(truth)):
            if j in taken and not crowd[j]:
                continue
            if chosen is not None and not crowd[chosen] and crowd[j]:
                break
            if iou[i, j] < best:
                continue
            best, chosen = iou[i, j], j
        if chosen is None:
            judged.append((box["score"], False))
        elif not crowd[chosen]:
            taken.add(chosen)
            judged.append((box["score"], True))
    return judged, crowd.count(False)


def ap(pictures, category, threshold):
    results = [match(p, category, threshold) for p in pictures]
    count = sum(n for _, n in results)
    if count == 0:
        return None
    judged = [j for js, _ in results for j in js]
    order = np.argsort([-s for s, _ in judged], kind="mergesort")
    right = np.array([judged[i][1] for i in order], dtype=bool)
    tp, fp = np.cumsum(right), np.cumsum(~right)
    recall, precision = tp / count, tp / np.maximum(tp + fp, 1)
    for i in range(len(precision) - 1, 0, -1):
        precision[i - 1] = max(precision[i - 1], precision[i])
    places = np.searchsorted(recall, RECALLS, side="left")
    return float(np.mean([precision[i] if i < len(precision) else 0 for i in places]))


def froc(pictures, threshold, false_boxes):
    """Recall of the lowest threshold with at most so many wrong boxes a picture, labels left aside."""
    plain = [
        {k: [{**b, "label": "any"} for b in p[k]] for k in ("truth", "found")} for p in pictures
    ]
    results = [match(p, "any", threshold) for p in plain]
    count = sum(n for _, n in results)
    judged = [j for js, _ in results for j in js]
    best = 0
    for limit in sorted({s for s, _ in judged}):
        kept = [r for s, r in judged if s >= limit]
        if kept.count(False) <= false_boxes * len(pictures):
            best = max(best, kept.count(True))
    return best / count


def draw(count, crowds):
    pictures = []
    for _ in range(count):
        truth, found = [], []
        for _ in range(rng.integers(0, 6)):
            box = [int(v) for v in (*rng.integers(0, 200, 2), *rng.integers(10, 60, 2))]
            label = str(rng.choice(["open", "short", "spur"]))
            entry = {"box": box, "label": label}
            if crowds and rng.random() < 0.2:
                entry["isCrowd"] = True
            truth.append(entry)
            for _ in range(rng.integers(0, 3)):
                moved = np.array(box) + np.concatenate([rng.integers(-6, 7, 2), rng.integers(-4, 8, 2)])
                said = label if rng.random() < 0.85 else "open"
                score = round(float(rng.integers(1, 40)) / 40, 3)
                found.append({"box": [max(0, int(v)) for v in moved], "label": said, "score": score})
        for _ in range(rng.integers(0, 3)):
            box = [int(v) for v in (*rng.integers(0, 200, 2), *rng.integers(10, 60, 2))]
            score = round(float(rng.integers(1, 30)) / 40, 3)
            found.append({"box": box, "label": str(rng.choice(["open", "pin-hole"])), "score": score})
        pictures.append({"truth": truth, "found": found})
    return pictures


def case(name, pictures):
    labels = sorted({t["label"] for p in pictures for t in p["truth"] if not t.get("isCrowd")})

    def mean_at(threshold):
        return float(np.mean([ap(pictures, label, threshold) for label in labels]))

    return {
        "name": name,
        "pictures": pictures,
        "perLabel": {label: round(ap(pictures, label, 0.5), 10) for label in labels},
        "map50": round(mean_at(0.5), 10),
        "map": round(float(np.mean([mean_at(t) for t in IOUS])), 10),
        "recallAtFalseBoxes": {str(n): round(froc(pictures, 0.5, n), 10) for n in (0.1, 0.5, 1, 2)},
    }


print(json.dumps({"cases": [case("drawn", draw(14, False)), case("with crowds", draw(14, True))]}))
