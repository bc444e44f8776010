"""Write models of a few kilobytes with the inputs and outputs of the CLIP, DINOv2, OWLv2 and GroundingDINO exports.

    python3 test/models/standard_pack.py && npm run format      (python3-onnx, python3-numpy, python3-pil)

Weights are random and fixed, vocabularies are made for them. What each model must give for two drawn pictures and a
few phrases is computed here with numpy and Pillow alone and goes to test/reference/standard-pack.json.
"""

import hashlib
import json
import re
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save
from PIL import Image

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference" / "standard-pack.json"
FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
CLIP_MEAN, CLIP_STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
IMAGENET_MEAN, IMAGENET_STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
rng = np.random.default_rng(11)
node = helper.make_node
value = helper.make_tensor_value_info


def weights(*shape):
    return (rng.normal(size=shape) / np.sqrt(np.prod(shape[1:]) or 1)).astype(np.float32)


def constant(name, array):
    return numpy_helper.from_array(np.asarray(array), name)


def write(path, nodes, inputs, outputs, constants):
    graph = helper.make_graph(nodes, "model", inputs, outputs, [constant(*item) for item in constants.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="gumsa")
    model.ir_version = 8
    checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(model, path)


def write_json(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n")


def ramp(width, height):
    """Smooth, so that every good resampling agrees: red grows to the right, green downwards, blue both ways."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([4 * x + 10, 5 * y + 20, 2 * x + 3 * y], axis=2).astype(np.uint8)


def noise(width, height):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([(x * 37 + y * 91 + c * 53 + x * y * 7) % 256 for c in range(3)], axis=2).astype(np.uint8)


def planes(picture, mean, std):
    return (((picture / 255 - mean) / std).transpose(2, 0, 1)[None]).astype(np.float32)


def patches(pixels, kernel):
    """Convolution with stride = kernel size: [1, rows * columns, channels], row by row."""
    out, _, size, _ = kernel.shape
    _, _, height, width = pixels.shape
    cut = pixels[0].reshape(3, height // size, size, width // size, size)
    return np.einsum("irycx,oiyx->rco", cut, kernel).reshape(1, -1, out)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def unit(vector):
    return (vector / np.linalg.norm(vector)).ravel()


def patch_nodes(size):
    """pixel_values to tokens [1, n, 8]."""
    return [
        node("Conv", ["pixel_values", "kernel"], ["grid"], strides=[size, size], kernel_shape=[size, size]),
        node("Reshape", ["grid", "flat"], ["columns"]),
        node("Transpose", ["columns"], ["tokens"], perm=[0, 2, 1]),
    ]


FLAT = np.array([0, 8, -1], dtype=np.int64)


# --- tokenisers ---------------------------------------------------------------------------------------------------

BPE_WORDS = ["scratch", "corner", "hole", "cat"]


def byte_alphabet():
    """The printable stand-ins of the 256 bytes (GPT-2)."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {}, 0
    for byte in range(256):
        table[byte] = chr(byte if byte in kept else 256 + extra)
        extra += byte not in kept
    return table


def clip_vocabulary():
    letters = list(byte_alphabet().values())
    tokens = letters + [letter + "</w>" for letter in letters]
    merges = []
    for word in BPE_WORDS:
        parts = [*word[:-1], word[-1] + "</w>"]
        while len(parts) > 1:
            pair = (parts[0], parts[1])
            if pair not in merges:
                merges.append(pair)
                tokens.append("".join(pair))
            parts = ["".join(pair), *parts[2:]]
    tokens += ["<|startoftext|>", "<|endoftext|>"]
    return {token: i for i, token in enumerate(dict.fromkeys(tokens))}, merges


def clip_tokens(text, vocabulary, merges, length):
    ids = [vocabulary["<|startoftext|>"]]
    for word in re.findall(r"[a-z]+|[0-9]|[^\sa-z0-9]+", text.lower()):
        parts = [byte_alphabet()[byte] for byte in word.encode()]
        parts[-1] += "</w>"
        while len(parts) > 1:
            ranked = [(merges.index(pair), i) for i, pair in enumerate(zip(parts, parts[1:])) if pair in merges]
            if not ranked:
                break
            _, i = min(ranked)
            parts[i : i + 2] = ["".join(parts[i : i + 2])]
        ids += [vocabulary[part] for part in parts]
    ids.append(vocabulary["<|endoftext|>"])
    return ids


def padded(ids, length, pad):
    return (ids + [pad] * length)[:length]


def write_clip_tokenizer(folder, length, pad_token):
    vocabulary, merges = clip_vocabulary()
    special = ["<|startoftext|>", "<|endoftext|>"]
    added = [
        {"id": vocabulary[token], "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": True, "special": True}
        for token in special
    ]
    split = {"Regex": r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"}
    write_json(
        folder / "tokenizer.json",
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": added,
            "normalizer": {
                "type": "Sequence",
                "normalizers": [{"type": "NFC"}, {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "}, {"type": "Lowercase"}],
            },
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "Split", "pattern": split, "behavior": "Removed", "invert": True},
                    {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
                ],
            },
            "post_processor": {
                "type": "RobertaProcessing",
                "sep": [special[1], vocabulary[special[1]]],
                "cls": [special[0], vocabulary[special[0]]],
                "trim_offsets": False,
                "add_prefix_space": False,
            },
            "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
            "model": {
                "type": "BPE",
                "dropout": None,
                "unk_token": special[1],
                "continuing_subword_prefix": "",
                "end_of_word_suffix": "</w>",
                "fuse_unk": False,
                "vocab": vocabulary,
                "merges": [" ".join(pair) for pair in merges],
            },
        },
    )
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "CLIPTokenizer",
            "model_max_length": length,
            "bos_token": special[0],
            "eos_token": special[1],
            "unk_token": special[1],
            "pad_token": pad_token,
        },
    )
    return vocabulary, merges


WORDPIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ".", "scratch", "on", "metal", "cat", "##s", "hole"]


def write_bert_tokenizer(folder):
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    added = [
        {"id": WORDPIECES.index(token), "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        for token in special
    ]
    write_json(
        folder / "tokenizer.json",
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": added,
            "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "post_processor": {
                "type": "TemplateProcessing",
                "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                "pair": [],
                "special_tokens": {token: {"id": token, "ids": [WORDPIECES.index(token)], "tokens": [token]} for token in ["[CLS]", "[SEP]"]},
            },
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
            "model": {
                "type": "WordPiece",
                "unk_token": "[UNK]",
                "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100,
                "vocab": {token: i for i, token in enumerate(WORDPIECES)},
            },
        },
    )
    write_json(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "BertTokenizer", "model_max_length": 512, "cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]", "unk_token": "[UNK]", "do_lower_case": True},
    )


# --- models -------------------------------------------------------------------------------------------------------


def processor(kind, mean, std, **changes):
    return {
        "image_processor_type": kind,
        "do_resize": True,
        "do_rescale": True,
        "do_normalize": True,
        "rescale_factor": 1 / 255,
        "image_mean": mean,
        "image_std": std,
        **changes,
    }


def clip():
    folder, side, length = HERE / "tiny-clip", 32, 12
    kernel, to_picture = weights(8, 3, 8, 8), weights(8, 16)
    vocabulary, merges = write_clip_tokenizer(folder, length, "<|endoftext|>")
    embedding, places, to_words = weights(len(vocabulary), 4), weights(length, 1), weights(4, 16)
    write(
        folder / "onnx/vision_model.onnx",
        [
            *patch_nodes(8),
            node("Identity", ["tokens"], ["last_hidden_state"]),
            node("ReduceMean", ["tokens"], ["mean"], axes=[1], keepdims=0),
            node("MatMul", ["mean", "projection"], ["image_embeds"]),
        ],
        [value("pixel_values", FLOAT, ["b", 3, "h", "w"])],
        [value("image_embeds", FLOAT, ["b", 16]), value("last_hidden_state", FLOAT, ["b", "n", 8])],
        {"kernel": kernel, "flat": FLAT, "projection": to_picture},
    )
    write(
        folder / "onnx/text_model.onnx",
        [
            node("Gather", ["embedding", "input_ids"], ["embedded"]),
            node("Mul", ["embedded", "places"], ["placed"]),
            node("Identity", ["placed"], ["last_hidden_state"]),
            node("ReduceMean", ["placed"], ["mean"], axes=[1], keepdims=0),
            node("MatMul", ["mean", "projection"], ["text_embeds"]),
        ],
        [value("input_ids", INT, ["b", "s"])],
        [value("text_embeds", FLOAT, ["b", 16]), value("last_hidden_state", FLOAT, ["b", "s", 4])],
        {"embedding": embedding, "places": places, "projection": to_words},
    )
    write_json(folder / "config.json", {"model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": 16})
    write_json(
        folder / "preprocessor_config.json",
        processor("CLIPImageProcessor", CLIP_MEAN, CLIP_STD, size={"shortest_edge": side}, resample=3, do_center_crop=True, crop_size={"height": side, "width": side}, do_convert_rgb=True),
    )

    def picture(pixels):
        image = Image.fromarray(pixels)
        scale = side / min(image.size)
        resized = image.resize([round(edge * scale) for edge in image.size], Image.BICUBIC)
        left, top = (resized.width - side) // 2, (resized.height - side) // 2
        cropped = np.asarray(resized.crop((left, top, left + side, top + side)))
        return unit(patches(planes(cropped, CLIP_MEAN, CLIP_STD), kernel).mean(axis=1) @ to_picture).tolist()

    def words(text):
        ids = padded(clip_tokens(text, vocabulary, merges, length), length, vocabulary["<|endoftext|>"])
        return unit((embedding[ids] * places).mean(axis=0) @ to_words).tolist()

    return {
        "exact": picture(noise(32, 32)),
        "resized": picture(ramp(50, 40)),
        "words": {text: words(text) for text in ["scratch", "Scratch on the corner", "a hole", "긁힘"]},
    }


def dinov2():
    folder, size = HERE / "tiny-dinov2", 14
    kernel, class_token = weights(8, 3, size, size), weights(1, 1, 8)
    write(
        folder / "onnx/model.onnx",
        [*patch_nodes(size), node("Concat", ["class_token", "tokens"], ["last_hidden_state"], axis=1), node("ReduceMean", ["tokens"], ["pooler_output"], axes=[1], keepdims=0)],
        [value("pixel_values", FLOAT, [1, 3, "h", "w"])],
        [value("last_hidden_state", FLOAT, [1, "n", 8]), value("pooler_output", FLOAT, [1, 8])],
        {"kernel": kernel, "flat": FLAT, "class_token": class_token},
    )
    data = (folder / "onnx/model.onnx").read_bytes()
    write_json(
        folder / "card.json",
        {
            "name": "tiny-dinov2",
            "version": "1.0.0",
            "task": "patch-features",
            "file": "onnx/model.onnx",
            "sha256": hashlib.sha256(data).hexdigest(),
            "sizeBytes": len(data),
            "licence": "Apache-2.0",
            "input": {"name": "pixel_values", "colour": "RGB", "range": [0, 1], "mean": IMAGENET_MEAN, "std": IMAGENET_STD, "multipleOfPx": 14, "minimumPx": 28},
            "taps": [{"output": "last_hidden_state", "channels": 8, "stridePx": 14, "layout": "tokens"}],
            "limits": "Random weights: for tests only.",
        },
    )
    return {"exact": patches(planes(noise(56, 42), IMAGENET_MEAN, IMAGENET_STD), kernel)[0].tolist()}


def found(scores, boxes, phrases, threshold, frame, picture):
    """Boxes of phrases in pixels, cut at the picture's edges, best first."""
    width, height = picture
    result = []
    for query, (x, y, w, h) in enumerate(boxes):
        left, right = (np.clip([x - w / 2, x + w / 2], 0, None) * frame[0]).clip(0, width)
        top, bottom = (np.clip([y - h / 2, y + h / 2], 0, None) * frame[1]).clip(0, height)
        for k, phrase in enumerate(phrases):
            if scores[query][k] >= threshold and right > left and bottom > top:
                box = {"x": left, "y": top, "width": right - left, "height": bottom - top}
                result.append({"phrase": phrase, "score": scores[query][k], "box": {key: float(number) for key, number in box.items()}})
    result.sort(key=lambda item: -item["score"])
    return [{**item, "score": float(item["score"])} for item in result]


def owlv2():
    folder, side, length = HERE / "tiny-owlv2", 32, 16
    kernel, to_box = weights(8, 3, 8, 8), 0.5 * weights(8, 4)
    vocabulary, merges = write_clip_tokenizer(folder, length, "!")
    embedding = weights(len(vocabulary), 8)
    write(
        folder / "onnx/model.onnx",
        [
            *patch_nodes(8),
            node("Gather", ["embedding", "input_ids"], ["embedded"]),
            node("Cast", ["attention_mask"], ["mask"], to=FLOAT),
            node("Unsqueeze", ["mask", "last"], ["mask3"]),
            node("Mul", ["embedded", "mask3"], ["masked"]),
            node("ReduceSum", ["masked", "middle"], ["text_embeds"], keepdims=0),
            node("Transpose", ["text_embeds"], ["columns_of_text"], perm=[1, 0]),
            node("MatMul", ["tokens", "columns_of_text"], ["logits"]),
            node("MatMul", ["tokens", "to_box"], ["raw_boxes"]),
            node("Sigmoid", ["raw_boxes"], ["pred_boxes"]),
            node("Identity", ["tokens"], ["image_embeds"]),
        ],
        [value("input_ids", INT, ["n", "s"]), value("pixel_values", FLOAT, ["b", 3, "h", "w"]), value("attention_mask", INT, ["n", "s"])],
        [
            value("logits", FLOAT, ["b", "q", "n"]),
            value("pred_boxes", FLOAT, ["b", "q", 4]),
            value("text_embeds", FLOAT, ["n", 8]),
            value("image_embeds", FLOAT, ["b", "q", 8]),
        ],
        {"kernel": kernel, "flat": FLAT, "embedding": embedding, "to_box": to_box, "last": np.array([2], dtype=np.int64), "middle": np.array([1], dtype=np.int64)},
    )
    write_json(folder / "config.json", {"model_type": "owlv2", "architectures": ["Owlv2ForObjectDetection"]})
    write_json(
        folder / "preprocessor_config.json",
        processor("Owlv2ImageProcessor", CLIP_MEAN, CLIP_STD, size={"height": side, "width": side}, resample=2, do_pad=True, processor_class="Owlv2Processor"),
    )

    def boxes(pixels, phrases, threshold):
        height, width = pixels.shape[:2]
        edge = max(height, width)
        square = np.full((edge, edge, 3), 128, np.uint8)
        square[:height, :width] = pixels
        resized = np.asarray(Image.fromarray(square).resize((side, side), Image.BILINEAR))
        tokens = patches(planes(resized, CLIP_MEAN, CLIP_STD), kernel)[0]
        ids = [clip_tokens(phrase, vocabulary, merges, length) for phrase in phrases]
        text = np.stack([embedding[row].sum(axis=0) for row in ids])
        return found(sigmoid(tokens @ text.T), sigmoid(tokens @ to_box), phrases, threshold, (edge, edge), (width, height))

    return {
        "exact": {"phrases": ["scratch", "a hole"], "threshold": 0.6, "boxes": boxes(noise(32, 32), ["scratch", "a hole"], 0.6)},
        "wide": {"phrases": ["scratch", "a hole"], "threshold": 0.6, "boxes": boxes(noise(32, 20), ["scratch", "a hole"], 0.6)},
    }


def grounding_dino():
    folder = HERE / "tiny-grounding-dino"
    kernel, to_box, embedding = weights(8, 3, 8, 8), 0.5 * weights(8, 4), weights(len(WORDPIECES), 8)
    write_bert_tokenizer(folder)
    write(
        folder / "onnx/model.onnx",
        [
            *patch_nodes(8),
            node("Gather", ["embedding", "input_ids"], ["text"]),
            node("Transpose", ["text"], ["columns_of_text"], perm=[0, 2, 1]),
            node("MatMul", ["tokens", "columns_of_text"], ["short"]),
            node("Shape", ["input_ids"], ["shape"]),
            node("Slice", ["shape", "one", "two"], ["length"]),
            node("Sub", ["all", "length"], ["rest"]),
            node("Concat", ["five", "rest"], ["pads"], axis=0),
            node("Pad", ["short", "pads", "nothing"], ["padded"]),
            # The masks must be there and change nothing.
            node("Cast", ["pixel_mask"], ["pixel_mask_f"], to=FLOAT),
            node("ReduceMean", ["pixel_mask_f"], ["seen"], axes=[1, 2], keepdims=0),
            node("Cast", ["token_type_ids"], ["types_f"], to=FLOAT),
            node("Cast", ["attention_mask"], ["attention_f"], to=FLOAT),
            node("Mul", ["types_f", "attention_f"], ["typed"]),
            node("ReduceMax", ["typed"], ["typed_max"], axes=[1], keepdims=0),
            node("Sub", ["seen", "typed_max"], ["factor"]),
            node("Mul", ["padded", "factor"], ["logits"]),
            node("MatMul", ["tokens", "to_box"], ["raw_boxes"]),
            node("Sigmoid", ["raw_boxes"], ["pred_boxes"]),
        ],
        [
            value("pixel_values", FLOAT, [1, 3, "h", "w"]),
            value("input_ids", INT, [1, "t"]),
            value("token_type_ids", INT, [1, "t"]),
            value("attention_mask", INT, [1, "t"]),
            value("pixel_mask", INT, [1, "h", "w"]),
        ],
        [value("logits", FLOAT, [1, "q", 256]), value("pred_boxes", FLOAT, [1, "q", 4])],
        {
            "kernel": kernel,
            "flat": FLAT,
            "embedding": embedding,
            "to_box": to_box,
            "one": np.array([1], dtype=np.int64),
            "two": np.array([2], dtype=np.int64),
            "all": np.array([256], dtype=np.int64),
            "five": np.zeros(5, dtype=np.int64),
            "nothing": np.array(-60, dtype=np.float32),
        },
    )
    write_json(folder / "config.json", {"model_type": "grounding-dino", "architectures": ["GroundingDinoForObjectDetection"]})
    write_json(
        folder / "preprocessor_config.json",
        processor("GroundingDinoImageProcessor", IMAGENET_MEAN, IMAGENET_STD, size={"shortest_edge": 32, "longest_edge": 64}, resample=2, do_pad=False, processor_class="GroundingDinoProcessor"),
    )

    def boxes(pixels, phrases, spans, threshold):
        height, width = pixels.shape[:2]
        scale = min(32 / min(height, width), 64 / max(height, width))
        resized = np.asarray(Image.fromarray(pixels).resize((round(width * scale), round(height * scale)), Image.BILINEAR))
        tokens = patches(planes(resized, IMAGENET_MEAN, IMAGENET_STD), kernel)[0]
        scores = np.stack([sigmoid(tokens @ embedding[span].T).max(axis=1) for span in spans], axis=1)
        return found(scores, sigmoid(tokens @ to_box), phrases, threshold, (width, height), (width, height))

    of = WORDPIECES.index
    phrases = ["scratch on metal", "Cats", "hole"]
    spans = [[of("scratch"), of("on"), of("metal")], [of("cat"), of("##s")], [of("hole")]]
    return {
        "exact": {"phrases": phrases, "threshold": 0.6, "boxes": boxes(noise(48, 32), phrases, spans, 0.6)},
        "resized": {"phrases": phrases, "threshold": 0.6, "boxes": boxes(ramp(48, 24), phrases, spans, 0.6)},
    }


write_json(REFERENCE, {"clip": clip(), "dinov2": dinov2(), "owlv2": owlv2(), "groundingDino": grounding_dino()})
