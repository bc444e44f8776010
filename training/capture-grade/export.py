"""Chooses the thresholds on validation groups and writes the averaged grader as ONNX, pixels in, answers out, with its card."""
import argparse
import glob
import hashlib
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import data
from degrade import KINDS
from look import CROP_PX, CROPS
from network import LOOK, NUMBERS, Exported, Grader
from train import Projected, Shards, usual_of

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from averaged_run import recipe_tree

# Share of clean validation pictures on which something may be reported. Good pictures of the product, of which there are
# but two in a group, lower it further; without them nothing does.
FALSE_ALARMS = {"alone": 0.012, "relative": 0.03}
LEAST_THRESHOLD = 0.2
BEYOND_GOOD = 3  # as in src/vision/capture/grade.ts: a kind has to be this much surer than on the product's good pictures
# Kinds whose logit puts pictures in the right order but hardly moves: by how much it is stretched. What 1 % of the clean
# pictures exceed comes to lie at the threshold. Chosen on validation groups whose dirt is drawn in another way.
STRETCHED = {"lens_dirt": 6}
STRETCHED_FALSE_ALARMS = 0.01
HALF_FROM = 4096  # constants with more numbers than this are stored with 16 bits
SOURCES = {
    "photographs": ("Kodak Lossless True Color Image Suite", "released for unrestricted use"),
    "boards": ("DeepPCB", "MIT"),
    "papers": ("PIPED", "CC BY 4.0"),
    "castings": ("castings drawn by scripts/draw-casting.ts with other seeds than the demo's", "Apache-2.0"),
    "procedural": ("procedural families, drawn by training/patch-features/families.py", "Apache-2.0"),
    "own": ("pictures of your own", "yours"),
}
LIMITS = (
    "Knows 25 kinds, two at a time at most; other damage is unnamed or misnamed. Dirt on the lens is found on flat paper about every other time, on boards in one picture of three or four, and hardly ever elsewhere. "
    "Glare, uneven lighting and colour casts are missed where the good pictures themselves differ in light and colour, and single faulty lines where the product has lines. "
    "A soft lens and a lens out of focus, or read-out and photon noise, are told apart less surely than their family. "
    "Without good pictures it cannot know what is usual: a faded picture of a colourful part and a good picture of a grey part are alike."
)
OUTPUTS = ("look", "odds", "severities", "motion", "crop_odds")


@torch.no_grad()
def answers(network, shards, known):
    """Logits, truths and limits of every validation picture, each with or each without its usual look."""
    projected = Projected(shards, network.measures)
    batch = projected.whole()
    usual, _ = usual_of(batch, np.random.default_rng(0))
    flat = lambda values: values.flatten(0, 1)
    flags = torch.full((flat(batch["own"]).shape[0], 1), float(known))
    found = network.judge({name: flat(values) for name, values in batch.items()}, {name: flat(values) for name, values in usual.items()}, flags)
    logits = found["kinds"].unflatten(0, batch["own"].shape[:2])
    limits = beyond_good(logits) if known else torch.full_like(logits, -np.inf)
    return tuple(flat(values).numpy() for values in (logits, limits, batch["severity"], batch["open"]))


def beyond_good(logits):
    """What a picture has to exceed because a good picture of its group, of two, reaches it too."""
    good = logits[:, : data.BASES]
    return torch.cat([good.flip(1), good.amax(1, keepdim=True).expand(-1, logits.shape[1] - data.BASES, -1)], 1) + BEYOND_GOOD


def threshold_of(logits, limits, severity, false_alarms):
    """The probability that so few of the clean pictures exceed in any kind."""
    clean = (severity > 0).sum(1) == 0
    most = np.where(logits >= limits, logits, -np.inf)[clean].max(1)
    return float(max(LEAST_THRESHOLD, 1 / (1 + np.exp(-np.quantile(most, 1 - false_alarms, method="higher")))))


def summary(logits, limits, severity, opens, threshold):
    single = ((severity > 0).sum(1) == 1) & ((severity * ~opens).max(1) >= 0.4)
    most = np.where(logits >= np.maximum(limits, np.log(threshold / (1 - threshold))), logits, -np.inf)
    right = (most.argmax(1) == severity.argmax(1)) & np.isfinite(most.max(1))
    clean = (severity > 0).sum(1) == 0
    return {"right": float(right[single].mean()), "singles": int(single.sum()), "falseAlarms": float(np.isfinite(most[clean].max(1)).mean()), "clean": int(clean.sum())}


def stretch(network, logits, severity, threshold):
    clean = (severity > 0).sum(1) == 0
    for kind, factor in STRETCHED.items():
        place = KINDS.index(kind)
        logit = float(np.quantile(logits[clean, place], 1 - STRETCHED_FALSE_ALARMS))
        network.kinds.weight.data[place] *= factor
        network.kinds.bias.data[place] = factor * (network.kinds.bias.data[place] - logit) + np.log(threshold / (1 - threshold))


def write_onnx(network, path):
    inputs = (torch.rand(CROPS, 3, CROP_PX, CROP_PX) * 255, torch.rand(NUMBERS), torch.zeros(LOOK), torch.zeros(1))
    torch.onnx.export(network, inputs, path, input_names=["crops", "numbers", "usual", "known"], output_names=list(OUTPUTS), opset_version=13)
    model = onnx.load(path)
    sectors = network.front.spectrum.sectors.numpy()
    for tensor in list(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.shape == sectors.shape and np.array_equal(values, sectors):
            in_bytes(model.graph, tensor, values)
        elif values.dtype == np.float32 and values.size >= HALF_FROM:
            halved(model.graph, tensor, values)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def halved(graph, tensor, values):
    """Stored with 16 bits, used with 32: the runtime casts once, when it loads the file."""
    name = tensor.name
    graph.initializer.remove(tensor)
    graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
    graph.node.insert(0, helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))


def in_bytes(graph, tensor, values):
    """Weights of a mean, column by column: whole numbers over their sum."""
    counts, scales = counts_of(values)
    name = tensor.name
    graph.initializer.remove(tensor)
    graph.initializer.extend([numpy_helper.from_array(counts, f"{name}.counts"), numpy_helper.from_array(scales, f"{name}.scales")])
    graph.node.insert(0, helper.make_node("DequantizeLinear", [f"{name}.counts", f"{name}.scales"], [name], axis=1))


def counts_of(values):
    counts = np.round(values / values.max(0) * 255).astype(np.uint8)
    return counts, (1 / counts.sum(0, dtype=np.int64)).astype(np.float32)


def round_constants(network):
    """The same rounding in torch, so that what is checked is what is written."""
    counts, scales = counts_of(network.front.spectrum.sectors.numpy())
    network.front.spectrum.sectors.copy_(torch.from_numpy(counts * scales))
    for values in [*network.parameters(), *network.buffers()]:
        if values.numel() >= HALF_FROM and values is not network.front.spectrum.sectors:
            values.data.copy_(values.data.half().float())


def golden(network, folder):
    """An input and its answers, for other runtimes to repeat."""
    rng = np.random.default_rng(0)
    crops = torch.from_numpy(rng.integers(0, 256, (CROPS, 3, CROP_PX, CROP_PX)).astype(np.float32))
    numbers, usual = (torch.from_numpy(rng.random(size, np.float32)) for size in (NUMBERS, LOOK))
    with torch.no_grad():
        found = network(crops, numbers, usual, torch.ones(1))
    pairs = {"crops": crops, "numbers": numbers, "usual": usual, "known": torch.ones(1), **dict(zip(OUTPUTS, found))}
    with open(os.path.join(folder, "golden.json"), "w") as stream:
        json.dump({name: {"shape": list(values.shape), "values": values.flatten().tolist()} for name, values in pairs.items()}, stream)


def provenance(options, state):
    pictures = data.products(options)
    count = lambda source: sum(len(files) for files in pictures.get(source, []))
    held_out = [*data.HELD_OUT_PAPERS, *data.HELD_OUT_BOARD_GROUPS, *(f"kodim{name}" for name in data.HELD_OUT_PHOTOGRAPHS), *data.HELD_OUT_FAMILIES, "examples/casting"]
    return {
        "recipe": "training/capture-grade", "recipeTree": recipe_tree(), "seed": state["seed"], "groups": state["groups"],
        "picturesMeasured": state["groups"] * data.PICTURES, "views": state["pictures"], "minutes": round(state["seconds"] / 60, 1),
        "pictures": [{"name": name, "licence": licence, "count": count(source)} for source, (name, licence) in SOURCES.items() if count(source)],
        "heldOut": held_out,
    }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    data.add_data_arguments(parser)
    parser.add_argument("--work", required=True, help="folder of the shards and the checkpoint")
    parser.add_argument("--out", required=True, help="folder for network.onnx and card.json")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    torch.set_num_threads(1)
    saved = torch.load(os.path.join(options.work, "checkpoint.pt"))
    network = Grader()
    network.load_state_dict(saved["average"])
    network.eval()
    exported = Exported(network).eval()
    round_constants(exported)
    thresholds, shards = {}, Shards(options.work, validation=True)
    for name, known in (("alone", 0), ("relative", 1)):
        logits, limits, severity, opens = answers(network, shards, known)
        thresholds[name] = round(threshold_of(logits, limits, severity, FALSE_ALARMS[name]), 3)
        print(name, thresholds[name], summary(logits, limits, severity, opens, thresholds[name]), flush=True)
    stretch(network, logits, severity, thresholds["relative"])
    path = os.path.join(options.out, "network.onnx")
    write_onnx(exported, path)
    golden(exported, options.work)
    content = open(path, "rb").read()
    card = {
        "name": "capture-grade", "version": "1.1.1", "task": "capture-grade",
        "file": "network.onnx", "sha256": hashlib.sha256(content).hexdigest(), "sizeBytes": len(content), "licence": "Apache-2.0",
        "provenance": provenance(options, saved["state"]),
        "kinds": list(KINDS), "lookSize": LOOK, "thresholds": thresholds, "quality": [], "speed": [],
        "limits": LIMITS,
    }  # fmt: skip
    with open(os.path.join(options.out, "card.json"), "w") as stream:
        json.dump(card, stream, indent=2)
        stream.write("\n")
    print(f"{path}: {len(content)} bytes after {saved['state']['pictures']} views")


if __name__ == "__main__":
    main()
