"""Runs an ONNX graph in torch: the few operators of MobileNetV2, ResNet v2 and our own exports, nothing more."""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


class OnnxNetwork:
    """Call with a picture batch and the names of the outputs wanted; nodes that they do not need are not run."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.nodes = [(node.op_type, list(node.input), node.output[0], {a.name: helper.get_attribute_value(a) for a in node.attribute}) for node in graph.node]
        self.constants = {item.name: torch.from_numpy(np.array(numpy_helper.to_array(item))) for item in graph.initializer}
        self.constants = {name: value.contiguous(memory_format=torch.channels_last) if value.dim() == 4 else value for name, value in self.constants.items()}
        self.input = graph.input[0].name
        self.plans = {}

    def plan_for(self, outputs):
        if outputs not in self.plans:
            needed, plan = set(outputs), []
            for node in reversed(self.nodes):
                if node[2] in needed:
                    plan.append(node)
                    needed.update(node[1])
            self.plans[outputs] = plan[::-1]
        return self.plans[outputs]

    @torch.no_grad()
    def __call__(self, batch, outputs):
        values = dict(self.constants)
        values[self.input] = batch.contiguous(memory_format=torch.channels_last)
        for operator, inputs, output, attributes in self.plan_for(tuple(outputs)):
            values[output] = OPERATORS[operator]([values[name] for name in inputs], attributes)
        return [values[name] for name in outputs]


def convolve(inputs, attributes):
    top, left, bottom, right = attributes["pads"]
    assert (top, left) == (bottom, right)
    bias = inputs[2] if len(inputs) > 2 else None
    return F.conv2d(inputs[0], inputs[1], bias, attributes["strides"], (top, left), groups=attributes.get("group", 1))


def normalise(inputs, attributes):
    """Inference batch normalisation as one multiply and one add."""
    picture, scale, shift, mean, variance = inputs
    factor = scale / torch.sqrt(variance + attributes["epsilon"])
    return (picture * factor.view(1, -1, 1, 1)).add_((shift - mean * factor).view(1, -1, 1, 1))


def pad(inputs, attributes):
    before, after = inputs[1].view(2, -1).tolist()
    assert attributes["mode"] == b"reflect" and before[:2] == after[:2] == [0, 0]
    return F.pad(inputs[0], (before[3], after[3], before[2], after[2]), mode="reflect")


def crop(inputs, _):
    picture, starts, ends, axes = inputs
    for start, end, axis in zip(starts.tolist(), ends.tolist(), axes.tolist()):
        picture = picture.narrow(axis, start, min(end + picture.shape[axis] if end < 0 else end, picture.shape[axis]) - start)
    return picture


def quantise(inputs, _):
    value, scale, zero = inputs
    return (torch.round(value / scale) + zero).clamp_(0, 255).to(torch.uint8)


def dequantise(inputs, attributes):
    whole, scale, zero = inputs
    shape = [-1 if axis == attributes.get("axis") else 1 for axis in range(whole.dim())] if scale.dim() else []
    return (whole.float() - zero.float().view(shape)) * scale.view(shape)


OPERATORS = {
    "Conv": convolve,
    "BatchNormalization": normalise,
    "Clip": lambda inputs, _: inputs[0].clamp(inputs[1].item(), inputs[2].item()),
    "Relu": lambda inputs, _: F.relu(inputs[0]),
    "Add": lambda inputs, _: inputs[0] + inputs[1],
    "Mul": lambda inputs, _: inputs[0] * inputs[1],
    "Identity": lambda inputs, _: inputs[0],
    "MaxPool": lambda inputs, a: F.max_pool2d(inputs[0], a["kernel_shape"], a["strides"], a["pads"][:2]),
    "Pad": pad,
    "Slice": crop,
    "QuantizeLinear": quantise,
    "DequantizeLinear": dequantise,
}
