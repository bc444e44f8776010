"""Write a feature network of a few kilobytes with fixed random weights, for tests.

    python3 test/models/tiny_features.py            (python3-onnx, python3-numpy)
"""

import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

FOLDER = Path(__file__).resolve().parent / "tiny-features"
rng = np.random.default_rng(5)


def weights(name, shape):
    scale = np.sqrt(2 / np.prod(shape[1:]))
    return numpy_helper.from_array((rng.normal(size=shape) * scale).astype(np.float32), name)


def conv(source, name, stride, size):
    pad = (size - stride + 1) // 2
    return helper.make_node(
        "Conv", [source, f"{name}_w"], [name], strides=[stride] * 2, kernel_shape=[size] * 2, pads=[pad, pad, size - stride - pad, size - stride - pad]
    )


nodes = [
    conv("image", "stem", 4, 6),
    helper.make_node("Relu", ["stem"], ["stem_relu"]),
    conv("stem_relu", "stride8", 2, 4),
    helper.make_node("Relu", ["stride8"], ["fine_relu"]),
    conv("fine_relu", "stride16", 2, 4),
]
constants = [weights("stem_w", (8, 3, 6, 6)), weights("stride8_w", (6, 8, 4, 4)), weights("stride16_w", (10, 6, 4, 4))]
value = helper.make_tensor_value_info
graph = helper.make_graph(
    nodes,
    "tiny-features",
    [value("image", TensorProto.FLOAT, [1, 3, "H", "W"])],
    [value("stride8", TensorProto.FLOAT, [1, 6, "h", "w"]), value("stride16", TensorProto.FLOAT, [1, 10, "h2", "w2"])],
    constants,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="gumsa")
model.ir_version = 8
checker.check_model(model)
FOLDER.mkdir(exist_ok=True)
save(model, FOLDER / "network.onnx")
data = (FOLDER / "network.onnx").read_bytes()
card = {
    "name": "tiny-features",
    "version": "1.0.0",
    "task": "patch-features",
    "file": "network.onnx",
    "sha256": hashlib.sha256(data).hexdigest(),
    "sizeBytes": len(data),
    "licence": "Apache-2.0",
    "input": {"name": "image", "colour": "RGB", "range": [0, 1], "mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25], "multipleOfPx": 16, "minimumPx": 48},
    "taps": [{"output": "stride8", "channels": 6, "stridePx": 8}, {"output": "stride16", "channels": 10, "stridePx": 16}],
    "limits": "Random weights: for tests only.",
}
(FOLDER / "card.json").write_text(json.dumps(card, indent=2) + "\n")
