"""Writes the averaged student as ONNX, with the borders inside the graph and both levels brought to unit energy.

The graph reflect-pads the picture by 32 px, runs the folded network and crops the maps, so that a bank never sees the
zero padding at a picture's edge.
"""
import argparse
import hashlib
import json
import os
import sys
from collections import Counter

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

from data import HELD_OUT_BOARD_GROUPS, HELD_OUT_FAMILIES, HELD_OUT_PAPERS, HELD_OUT_PHOTOGRAPHS, add_data_argument, add_pictures_argument, plan_of
from network import STRIDE16_CHANNELS, STRIDE8_CHANNELS, NormalisedConv, PatchNetwork, Residual
from onnx_torch import OnnxNetwork
from shards import Shards
from teachers import MEAN, STD, normalised

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from averaged_run import recipe_tree

PAD_PX = 32
TAPS = (("stride8", STRIDE8_CHANNELS, 8), ("stride16", STRIDE16_CHANNELS, 16))
TILES_FOR_SCALE = 256
SOURCES = (
    ("photographs", "Kodak Lossless True Color Image Suite", "released for unrestricted use"),
    ("boards", "DeepPCB", "MIT"),
    ("papers", "PIPED", "CC BY 4.0"),
    ("own", "pictures of one's own (--pictures)", "their owner's"),
    ("procedural", "procedural families, drawn by training/patch-features", "Apache-2.0"),
)


class GraphWriter:
    """Collects nodes and constants; every method returns the name of its output."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, value):
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, operator, inputs, output=None, **attributes):
        name = output or f"{operator.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], **attributes))
        return name

    def convolution(self, layer, source):
        weight, bias = folded(layer)
        edge = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "strides": list(layer.conv.stride)}
        return self.node("Conv", [source, self.constant(weight), self.constant(bias)], **edge)

    def layer(self, layer, source):
        if isinstance(layer, nn.ReLU):
            return self.node("Relu", [source])
        if isinstance(layer, NormalisedConv):
            return self.convolution(layer, source)
        assert isinstance(layer, Residual)
        hidden = self.convolution(layer.first, self.node("Relu", [source]))
        return self.node("Add", [source, self.convolution(layer.second, self.node("Relu", [hidden]))])

    def tap(self, source, stride, output, scale):
        cells = PAD_PX // stride
        limits = [self.constant(np.array(values, np.int64)) for values in ([cells, cells], [-cells, -cells], [2, 3])]
        cropped = self.node("Slice", [source, *limits])
        return self.node("Mul", [cropped, self.constant(np.float32(scale))], output)


def folded(layer):
    norm = layer.norm
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weight, bias = layer.conv.weight * factor.view(-1, 1, 1, 1), norm.bias - norm.running_mean * factor
    return [np.ascontiguousarray(value.detach().contiguous().numpy()) for value in (weight, bias)]


def write_onnx(network, scales, path):
    writer = GraphWriter()
    value = writer.node("Pad", ["image", writer.constant(np.array([0, 0, PAD_PX, PAD_PX] * 2, np.int64))], mode="reflect")
    for position, layer in enumerate(network.layers):
        value = writer.layer(layer, value)
        for name, _, stride in TAPS:
            if network.taps.get(position) == name:
                writer.tap(value, stride, name, scales[name])
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, "height", "width"])
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, f"height/{stride}", f"width/{stride}"]) for name, channels, stride in TAPS]
    graph = helper.make_graph(writer.nodes, "patch-features", [image], outputs, writer.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8, producer_name="training/patch-features")
    onnx.checker.check_model(model)
    onnx.save(model, path)


@torch.no_grad()
def reference_maps(network, pictures):
    """What the exported graph must compute, with torch's own padding and unfolded normalisation."""
    maps = network(F.pad(pictures, (PAD_PX,) * 4, mode="reflect"))
    return {name: one[:, :, PAD_PX // stride : -PAD_PX // stride, PAD_PX // stride : -PAD_PX // stride] for (name, _, stride), one in zip(TAPS, maps)}


def unit_scales(network, tiles):
    """The factor of each level after which a 3x3-pooled patch vector has a mean squared length of 1."""
    energies = {name: [] for name, _, _ in TAPS}
    for start in range(0, len(tiles), 4):
        for name, maps in reference_maps(network, normalised(tiles[start : start + 4])).items():
            energies[name].append(F.avg_pool2d(maps, 3, 1).square().sum(1).mean().item())
    return {name: float(np.mean(values) ** -0.5) for name, values in energies.items()}


def check(path, network, scales, golden):
    """The written file against torch at two sizes; the pairs go to the folder `golden` for other runtimes to repeat."""
    written = OnnxNetwork(path)
    for height, width in ((256, 256), (144, 208)):
        pictures = torch.randn(1, 3, height, width)
        expected = {name: maps * scales[name] for name, maps in reference_maps(network, pictures).items()}
        for (name, maps), found in zip(expected.items(), written(pictures, list(expected))):
            difference = (maps - found).abs().max().item()
            print(f"{height}x{width} {name} {tuple(found.shape)} largest difference {difference:.1e}")
            assert difference < 1e-4
        with open(os.path.join(golden, f"{height}x{width}.json"), "w") as stream:
            json.dump({name: {"shape": list(maps.shape), "values": maps.flatten().tolist()} for name, maps in {"image": pictures, **expected}.items()}, stream)


def pictures_used(options, shards, seed):
    """How many different pictures (or families) of each source the tiles came from."""
    plans = [plan_of(options.data, shard, drawn, seed, options.pictures) for shard, drawn in enumerate(shards.drawn)]
    used = {job[:2] for plan, count in zip(plans, shards.counts) for job in plan[:count]}
    return Counter(source for source, _ in used)


def provenance(state, used):
    minutes = round(state["seconds"] / 60, 1)
    teachers = [
        {"name": "MobileNetV2, ImageNet (feat_32, feat_96)", "source": "mobilenetv2_fp32_features.onnx", "licence": "Apache-2.0"},
        {"name": "ResNet-50 v2, ImageNet (principal components of stages 2 and 3)", "source": "resnet50v2_stage1-3.onnx", "licence": "Apache-2.0"},
    ]
    pictures = [{"name": name, "licence": licence, "count": used[source]} for source, name, licence in SOURCES if used[source]]
    held_out = [*HELD_OUT_PAPERS, *HELD_OUT_BOARD_GROUPS, *(f"kodim{name}" for name in HELD_OUT_PHOTOGRAPHS), *HELD_OUT_FAMILIES]
    run = {"recipe": "training/patch-features", "recipeTree": recipe_tree(), **{name: state[name] for name in ("seed", "views", "tiles")}, "minutes": minutes}
    return {**run, "teachers": teachers, "pictures": pictures, "heldOut": held_out}


def card_of(path, state, used):
    content = open(path, "rb").read()
    return {
        "name": "patch-features", "version": "1.0.0", "task": "patch-features",
        "file": os.path.basename(path), "sha256": hashlib.sha256(content).hexdigest(), "sizeBytes": len(content),
        "licence": "Apache-2.0",
        "provenance": provenance(state, used),
        "input": {"name": "image", "colour": "RGB", "range": [0, 1], "mean": list(MEAN), "std": list(STD), "multipleOfPx": 16, "minimumPx": 48},
        "taps": [{"output": name, "channels": channels, "stridePx": stride} for name, channels, stride in TAPS],
        "quality": [], "speed": [],
        "limits": "Finds what looks unlike the good parts; it does not know what a defect is, and it does not undo rotation, shift or a change of lighting that the good parts never showed. "
        "It was trained on few pictures: expect it to lag behind a full ImageNet network on free-standing objects in any rotation and on unfamiliar textures.",
    }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    add_pictures_argument(parser)
    parser.add_argument("--work", required=True, help="folder with the shards and checkpoint.pt")
    parser.add_argument("--out", required=True, help="folder for network.onnx and card.json")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    saved = torch.load(os.path.join(options.work, "checkpoint.pt"))
    network = PatchNetwork()
    network.load_state_dict(saved["average"])
    network.eval()
    shards = Shards(options.work)
    tiles, _ = shards.read(np.random.default_rng(0).permutation(len(shards))[:TILES_FOR_SCALE])
    scales = unit_scales(network, tiles)
    path = os.path.join(options.out, "network.onnx")
    write_onnx(network, scales, path)
    check(path, network, scales, options.work)
    with open(os.path.join(options.out, "card.json"), "w") as stream:
        json.dump(card_of(path, saved["state"], pictures_used(options, shards, saved["state"]["seed"])), stream, indent=2)
        stream.write("\n")
    print(f"{path}: {os.path.getsize(path)} bytes after {saved['state']['views']} views, scales {scales}")


if __name__ == "__main__":
    main()
