"""Make inner tensors of an ONNX network outputs, so that they can be levels of features.

    python3 training/expose-taps.py FILE                       list what could be a level at 224 px
    python3 training/expose-taps.py FILE --taps A,B --to OUT   write the network with these outputs

Needs python3-onnx. `gumsa models add --taps A,B` exposes tensors by itself; this script shows which there are, and
serves other programs. With two levels take one of stride 8 and one of stride 16, after the activation.
"""

import argparse

import onnx
from onnx import helper, shape_inference


def levels(model, size):
    """Names, channels and strides of the tensors with four dimensions, in the order of the graph."""
    sized = onnx.ModelProto()
    sized.CopyFrom(model)
    dims = sized.graph.input[0].type.tensor_type.shape.dim
    for dim, value in zip(dims, (1, 3, size, size)):
        dim.Clear()
        dim.dim_value = value
    known = shape_inference.infer_shapes(sized).graph
    shapes = {info.name: [dim.dim_value for dim in info.type.tensor_type.shape.dim] for info in [*known.value_info, *known.output]}
    makers = {name: node.op_type for node in model.graph.node for name in node.output}
    for name in makers:
        shape = shapes.get(name, [])
        if len(shape) == 4 and shape[2] > 1 and shape[2] == shape[3]:
            yield name, makers[name], shape[1], size / shape[2]


def expose(model, taps):
    there = {output.name for output in model.graph.output}
    made = {name for node in model.graph.node for name in node.output}
    unknown = [tap for tap in taps if tap not in made]
    if unknown:
        raise SystemExit(f"no such tensor: {', '.join(unknown)}")
    model.graph.output.extend(helper.make_empty_tensor_value_info(tap) for tap in taps if tap not in there)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--taps", help="names of tensors, separated by commas")
    parser.add_argument("--to", help="where the network with these outputs goes")
    parser.add_argument("--input", type=int, default=224, help="edge of the picture, in pixels")
    options = parser.parse_args()
    model = onnx.load(options.file)
    if not options.taps:
        for name, maker, channels, stride in levels(model, options.input):
            print(f"stride {stride:6.2f}  {channels:5} channels  {maker:20} {name}")
        return
    if not options.to:
        parser.error("--to is needed with --taps")
    expose(model, options.taps.split(","))
    onnx.save(model, options.to)


main()
