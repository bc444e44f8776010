"""Write the small operator graphs of the patch memory and of the reference comparison to models/operators.

    python3 training/operators.py            (needs python3-onnx)

Each is a handful of ONNX operators with dynamic axes, so that the arithmetic of PatchCore and SSIM runs inside
ONNX Runtime and not in JavaScript loops. They hold no weights and no training.
"""

from math import exp
from pathlib import Path

from onnx import TensorProto, checker, helper, save

OPSET = 13
FOLDER = Path(__file__).resolve().parent.parent / "models" / "operators"


def tensor(name, dims):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, dims)


def integers(name, values):
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def write(name, nodes, inputs, outputs, constants=()):
    graph = helper.make_graph(nodes, name, inputs, outputs, list(constants))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="gumsa")
    model.ir_version = 8
    checker.check_model(model)
    save(model, FOLDER / f"{name}.onnx")


def patches():
    """Two levels of a network to one vector a patch (Roth et al. 2022, section 3.1).

    fine [1,F,h,w] and coarse [1,C,h/2,w/2] are averaged over 3x3, the coarse one is brought to h x w
    bilinearly, both are concatenated: patches [h*w, F+C].
    """
    pool = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "strides": [1, 1], "count_include_pad": 0}
    node = helper.make_node
    nodes = [
        node("AveragePool", ["fine"], ["fine_mean"], **pool),
        node("AveragePool", ["coarse"], ["coarse_mean"], **pool),
        node("Shape", ["coarse"], ["coarse_shape"]),
        node("Slice", ["coarse_shape", "zero", "two"], ["coarse_front"]),
        node("Shape", ["fine"], ["fine_shape"]),
        node("Slice", ["fine_shape", "two", "four"], ["fine_size"]),
        node("Concat", ["coarse_front", "fine_size"], ["sizes"], axis=0),
        node("Resize", ["coarse_mean", "", "", "sizes"], ["coarse_up"], mode="linear"),
        node("Concat", ["fine_mean", "coarse_up"], ["levels"], axis=1),
        node("Transpose", ["levels"], ["last"], perm=[0, 2, 3, 1]),
        node("Shape", ["last"], ["last_shape"]),
        node("Slice", ["last_shape", "three", "four"], ["width"]),
        node("Concat", ["minus_one", "width"], ["flat"], axis=0),
        node("Reshape", ["last", "flat"], ["patches"]),
    ]
    constants = [
        integers("zero", [0]),
        integers("two", [2]),
        integers("three", [3]),
        integers("four", [4]),
        integers("minus_one", [-1]),
    ]
    write(
        "patches",
        nodes,
        [tensor("fine", [1, "F", "h", "w"]), tensor("coarse", [1, "C", "h2", "w2"])],
        [tensor("patches", ["n", "d"])],
        constants,
    )


def distance_nodes():
    """Squared Euclidean distances of all pairs: |a|^2 + |b|^2 - 2 a.b, never below zero."""
    node = helper.make_node
    return [
        node("Mul", ["a", "a"], ["a_squares"]),
        node("ReduceSum", ["a_squares", "last_axis"], ["a_norm"], keepdims=1),
        node("Mul", ["b", "b"], ["b_squares"]),
        node("ReduceSum", ["b_squares", "last_axis"], ["b_norm_column"], keepdims=1),
        node("Transpose", ["b_norm_column"], ["b_norm"], perm=[1, 0]),
        node("Gemm", ["a", "b", "b_norm"], ["partial"], transB=1, alpha=-2.0, beta=1.0),
    ]


def pairwise():
    """a [n,d], b [m,d] and the squared lengths of b [m] -> squared distances [n,m].

    The caller holds b for many calls, each with a few rows a: b's lengths are not worth computing every time.
    """
    node = helper.make_node
    nodes = [
        node("Mul", ["a", "a"], ["a_squares"]),
        node("ReduceSum", ["a_squares", "last_axis"], ["a_norm"], keepdims=1),
        node("Gemm", ["a", "b", "b_lengths"], ["partial"], transB=1, alpha=-2.0, beta=1.0),
        node("Add", ["partial", "a_norm"], ["sum"]),
        node("Relu", ["sum"], ["squares"]),
    ]
    inputs = [tensor("a", ["n", "d"]), tensor("b", ["m", "d"]), tensor("b_lengths", ["m"])]
    write("pairwise", nodes, inputs, [tensor("squares", ["n", "m"])], [integers("last_axis", [-1])])


def nearest():
    """a [n,d] against the memory bank b [m,d] -> the distance of each a to its nearest b, [n,1]."""
    node = helper.make_node
    nodes = distance_nodes() + [
        node("ReduceMin", ["partial"], ["smallest"], axes=[1], keepdims=1),
        node("Add", ["smallest", "a_norm"], ["squares"]),
        node("Relu", ["squares"], ["positive"]),
        node("Sqrt", ["positive"], ["distances"]),
    ]
    inputs = [tensor("a", ["n", "d"]), tensor("b", ["m", "d"])]
    write("nearest", nodes, inputs, [tensor("distances", ["n", 1])], [integers("last_axis", [-1])])


def resample():
    """left [H,h] . grid [h,w] . right [w,W]: separable up-sampling and blur as two products."""
    nodes = [
        helper.make_node("MatMul", ["left", "grid"], ["rows"]),
        helper.make_node("MatMul", ["rows", "right"], ["map"]),
    ]
    inputs = [tensor("left", ["H", "h"]), tensor("grid", ["h", "w"]), tensor("right", ["w", "W"])]
    write("resample", nodes, inputs, [tensor("map", ["H", "W"])])


def gaussian(sigma, reach):
    weights = [exp(-(offset**2) / (2 * sigma**2)) for offset in range(-reach, reach + 1)]
    return [weight / sum(weights) for weight in weights]


def ssim():
    """Structural similarity of two luminance planes of one size, 0 to 255 (Wang et al. 2004, equation 13).

    picture [H,W] and reference [H,W] -> similarity [H-10,W-10]: Gaussian window of 11, sigma 1.5, K1 0.01, K2 0.03.
    Variances are taken about the middle of the range: their float32 rounding would show beside the small constants.
    """
    node = helper.make_node
    window = gaussian(1.5, 5)
    planes = ["p", "r", "pp", "rr", "pr"]
    nodes = []
    for plane, name in (("picture", "p"), ("reference", "r")):
        nodes += [node("Mul", [plane, "unit"], [f"{name}_unit"]), node("Sub", [f"{name}_unit", "middle"], [name])]
    nodes += [node("Mul", [one, other], [one + other]) for one, other in (("p", "p"), ("r", "r"), ("p", "r"))]
    nodes += [node("Unsqueeze", [name, "front"], [f"{name}_image"]) for name in planes]
    nodes += [
        node("Concat", [f"{name}_image" for name in planes], ["stack"], axis=0),
        node("Conv", ["stack", "down"], ["rows"]),
        node("Conv", ["rows", "across"], ["means"]),
        node("Split", ["means"], [f"{name}_split" for name in planes], axis=0),
    ]
    nodes += [node("Squeeze", [f"{name}_split", "front"], [f"{name}_mean"]) for name in planes]
    nodes += [node("Mul", [f"{a}_mean", f"{b}_mean"], [f"{a}{b}_product"]) for a, b in ("pp", "rr", "pr")]
    nodes += [node("Sub", [f"{ab}_mean", f"{ab}_product"], [f"structure_{ab}"]) for ab in ("pp", "rr", "pr")]
    nodes += [node("Add", [f"{name}_mean", "middle"], [f"{name}_light"]) for name in ("p", "r")]
    nodes += [node("Mul", [f"{a}_light", f"{b}_light"], [f"light_{a}{b}"]) for a, b in ("pp", "rr", "pr")]
    for factor, constant in (("light", "c1"), ("structure", "c2")):
        nodes += [
            node("Mul", [f"{factor}_pr", "two"], [f"{factor}_twice"]),
            node("Add", [f"{factor}_twice", constant], [f"{factor}_above"]),
            node("Add", [f"{factor}_pp", f"{factor}_rr"], [f"{factor}_sum"]),
            node("Add", [f"{factor}_sum", constant], [f"{factor}_below"]),
            node("Div", [f"{factor}_above", f"{factor}_below"], [factor]),
        ]
    nodes.append(node("Mul", ["light", "structure"], ["similarity"]))
    constants = [integers("front", [0, 1]), kernel("down", window, [1, 1, 11, 1]), kernel("across", window, [1, 1, 1, 11])]
    numbers = {"unit": 1 / 255, "middle": 0.5, "two": 2, "c1": 0.01**2, "c2": 0.03**2}
    constants += [helper.make_tensor(name, TensorProto.FLOAT, [], [value]) for name, value in numbers.items()]
    inputs = [tensor("picture", ["H", "W"]), tensor("reference", ["H", "W"])]
    write("ssim", nodes, inputs, [tensor("similarity", ["h", "w"])], constants)


def kernel(name, values, dims):
    return helper.make_tensor(name, TensorProto.FLOAT, dims, values)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for build in (patches, pairwise, nearest, resample, ssim):
        build()
