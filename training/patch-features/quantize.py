"""An int8 twin of the exported network: weights per channel, activations calibrated on training tiles, as Q/DQ nodes.

Weights use seven bits: processors without VNNI add pairs of products in 16 bits and saturate with eight. The maps that
the graph gives out stay float32.
"""
import argparse
import os

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from onnx_torch import OnnxNetwork
from shards import Shards
from teachers import normalised

TILES = 96
OUTLIERS = 0.01  # per cent of the values at each end that may be clipped
LARGEST_WEIGHT = 63


def quantised_tensors(graph):
    """Every activation that a convolution or an addition reads or gives, except what a Relu clips at once anyway."""
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node.op_type)
    outputs = [(node.op_type, node.output[0]) for node in graph.node if node.op_type in ("Pad", "Conv", "Relu", "Add")]
    return [name for operator, name in outputs if not (operator == "Conv" and readers[name] == ["Relu"])]


def calibrated(path, names, tiles):
    """The range of each tensor, zero included, over all tiles."""
    network, edges = OnnxNetwork(path), {name: [] for name in names}
    for tile in tiles:
        for name, values in zip(names, network(normalised(tile[None]), names)):
            edges[name].append(np.percentile(values.numpy(), (OUTLIERS, 100 - OUTLIERS)))
    return {name: (min(0.0, min(low for low, _ in found)), max(0.0, max(high for _, high in found))) for name, found in edges.items()}


class Quantiser:
    def __init__(self, graph, ranges):
        self.weights = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
        self.ranges, self.nodes, self.constants, self.scales = ranges, [], [], {}

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def activation(self, name):
        """Quantises a tensor once; whoever reads it reads `name/dq`."""
        low, high = self.ranges[name]
        scale = np.float32((high - low) / 255)
        self.scales[f"{name}/dq"] = scale
        constants = [self.constant(f"{name}/scale", scale), self.constant(f"{name}/zero", np.uint8(round(-low / scale)))]
        self.nodes.append(helper.make_node("QuantizeLinear", [name, *constants], [f"{name}/q"]))
        self.nodes.append(helper.make_node("DequantizeLinear", [f"{name}/q", *constants], [f"{name}/dq"]))

    def weight(self, name, values, scale, dtype, axis):
        constants = [self.constant(f"{name}/{part}", value) for part, value in (("q", values.astype(dtype)), ("scale", scale), ("zero", np.zeros(len(scale), dtype)))]
        self.nodes.append(helper.make_node("DequantizeLinear", constants, [f"{name}/dq"], axis=axis))
        return f"{name}/dq"

    def convolution(self, node):
        source, weight, bias = node.input
        scale = (np.abs(self.weights[weight]).max((1, 2, 3)) / LARGEST_WEIGHT).astype(np.float32)
        whole = np.round(self.weights[weight] / scale[:, None, None, None])
        bias_scale = (scale * self.scales[source]).astype(np.float32)
        node.input[1] = self.weight(weight, whole, scale, np.int8, 0)
        node.input[2] = self.weight(bias, np.round(self.weights[bias] / bias_scale), bias_scale, np.int32, 0)
        return node

    def add(self, node):
        node = onnx.NodeProto.FromString(node.SerializeToString())
        node.input[:] = [f"{name}/dq" if name in self.ranges else name for name in node.input]
        self.nodes.append(self.convolution(node) if node.op_type == "Conv" else node)
        if node.output[0] in self.ranges:
            self.activation(node.output[0])


def quantised(path, tiles):
    model = onnx.load(path)
    quantiser = Quantiser(model.graph, calibrated(path, quantised_tensors(model.graph), tiles))
    for node in model.graph.node:
        quantiser.add(node)
    used = {name for node in quantiser.nodes for name in node.input}
    kept = [item for item in model.graph.initializer if item.name in used] + quantiser.constants
    graph = helper.make_graph(quantiser.nodes, "patch-features-int8", model.graph.input, model.graph.output, kept)
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=8, producer_name="training/patch-features")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="the exported network.onnx")
    parser.add_argument("--work", required=True, help="folder with the shards")
    parser.add_argument("--out", required=True, help="the file to write")
    options = parser.parse_args()
    torch.set_num_threads(1)
    shards = Shards(options.work)
    tiles, _ = shards.read(np.random.default_rng(1).permutation(len(shards))[:TILES])
    model = quantised(options.model, tiles)
    onnx.checker.check_model(model)
    onnx.save(model, options.out)
    print(f"{options.out}: {os.path.getsize(options.out)} bytes")


if __name__ == "__main__":
    main()
