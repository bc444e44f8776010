"""Reference values for evals/metrics, from scikit-learn and scipy.

    python3 test/reference/eval_metrics.py > test/reference/eval-metrics.json     (python3-sklearn, python3-scipy)

Ties, single classes and constant inputs are among the cases: a library's answer to them is what a reader expects.
"""

import json

import numpy as np
from scipy import stats
from sklearn import metrics

rng = np.random.default_rng(11)


def rounded(value, digits=10):
    return round(float(value), digits)


def ranking(name, negatives, positives):
    scores = np.array(negatives + positives, dtype=float)
    truth = np.array([0] * len(negatives) + [1] * len(positives))
    precision, recall, _ = metrics.precision_recall_curve(truth, scores)
    with np.errstate(invalid="ignore"):
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    return {
        "name": name,
        "negatives": negatives,
        "positives": positives,
        "auroc": rounded(metrics.roc_auc_score(truth, scores)),
        "averagePrecision": rounded(metrics.average_precision_score(truth, scores)),
        "f1Max": rounded(f1.max()),
        "threshold": 3,
        "f1": rounded(metrics.f1_score(truth, scores > 3, zero_division=0)),
    }


def grid(values):
    return [rounded(value, 3) for value in values]


def correlation(name, x, y):
    return {
        "name": name,
        "x": x,
        "y": y,
        "plcc": rounded(stats.pearsonr(x, y)[0]),
        "srcc": rounded(stats.spearmanr(x, y)[0]),
    }


def confusion(truth, said):
    labels = sorted(set(truth) | set(said))
    return {
        "truth": truth,
        "said": said,
        "labels": labels,
        "counts": metrics.confusion_matrix(truth, said, labels=labels).tolist(),
        "macroF1": rounded(metrics.f1_score(truth, said, average="macro", zero_division=0)),
    }


def multi_label(labels, count):
    truth = (rng.random((count, len(labels))) < 0.35).astype(int)
    said = np.where(rng.random(truth.shape) < 0.75, truth, 1 - truth)
    truth[0] = said[0] = 0

    def names(row):
        return [label for label, marked in zip(labels, row) if marked]

    return {
        "answers": [{"truth": names(t), "said": names(s)} for t, s in zip(truth, said)],
        "micro": rounded(metrics.f1_score(truth, said, average="micro")),
        "macro": rounded(metrics.f1_score(truth, said, average="macro", zero_division=0)),
    }


def retrieval(count, found):
    labels = ["a", "b", "c"]
    rankings, precisions = [], []
    for _ in range(count):
        label = str(rng.choice(labels))
        ranked = [str(other) for other in rng.choice(labels, found)]
        rankings.append({"label": label, "found": ranked})
        right = np.array([other == label for other in ranked], dtype=int)
        if right.any():
            precisions.append(metrics.average_precision_score(right, -np.arange(found)))
    answerable = [r for r in rankings if r["label"] in r["found"]]
    return {
        "rankings": rankings,
        "recallAt": {
            str(k): rounded(np.mean([r["label"] in r["found"][:k] for r in answerable])) for k in (1, 2, 5)
        },
        "meanAveragePrecision": rounded(np.mean(precisions)),
    }


def rate(hits, count):
    test = stats.binomtest(hits, count)
    wilson, exact = test.proportion_ci(method="wilson"), test.proportion_ci(method="exact")
    return {
        "hits": hits,
        "count": count,
        "wilson": [rounded(wilson.low), rounded(wilson.high)],
        "clopperPearson": [rounded(exact.low), rounded(exact.high)],
    }


x = grid(rng.normal(size=12))
print(
    json.dumps(
        {
            "rankings": [
                ranking("apart", [0.1, 0.2], [3.5, 9.0]),
                ranking("the wrong way round", [3.5, 9], [0.1, 0.2]),
                ranking("all equal", [0.5, 0.5], [0.5]),
                ranking("mixed with ties", [1, 2, 2, 3, 5], [2, 3, 4, 4]),
                ranking("many", grid(rng.gamma(4, 0.6, 40)), grid(rng.gamma(6, 0.6, 25))),
            ],
            "correlations": [
                correlation("noisy", x, grid(0.6 * np.array(x) + 0.5 * rng.normal(size=12))),
                correlation("tied", [1, 1, 2, 3, 3, 3, 4], [2, 1, 1, 5, 4, 5, 5]),
                correlation("monotonic", [1, 2, 3, 4], [1, 8, 27, 64]),
                correlation("falling", [1, 2, 3], [3, 2, 1]),
            ],
            "confusions": [
                confusion(list("aaabbbccd"), list("aabbbcccd")),
                confusion(list("aab"), list("zzb")),
            ],
            "multiLabel": multi_label(["blur", "noise", "dark"], 16),
            "retrieval": retrieval(14, 7),
            "rates": [rate(*pair) for pair in ((0, 20), (1, 20), (20, 20), (7, 31), (260, 4000))],
        }
    )
)
