"""Write a text embedding model of a few kilobytes with the inputs and outputs of multilingual-e5-small.

    python3 test/models/tiny_embedder.py            (python3-onnx, python3-numpy)

Fixed weights: one table of token vectors, one of token types, and a projection. Beside the model stand the vectors
that its sentences must have, computed here with numpy alone: mean over the tokens of the text, scaled to length 1.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

FOLDER = Path(__file__).resolve().parent / "tiny-embedder"
WORDS = "query passage : gas hole holes pit burr fin metal scratch stain oil why what causes of the a 기공 긁힘 원인".split()
VOCABULARY = {word: number for number, word in enumerate(["<s>", "<pad>", "</s>", "<unk>", *WORDS])}
CHANNELS, MAX_TOKENS = 16, 12
rng = np.random.default_rng(7)
table = rng.normal(size=(len(VOCABULARY), CHANNELS)).astype(np.float32)
types = rng.normal(size=(2, CHANNELS)).astype(np.float32) / 10
projection = rng.normal(size=(CHANNELS, CHANNELS)).astype(np.float32) / 4

value = helper.make_tensor_value_info
ids = ["batch", "sequence"]
nodes = [
    helper.make_node("Gather", ["table", "input_ids"], ["words"]),
    helper.make_node("Gather", ["types", "token_type_ids"], ["kinds"]),
    helper.make_node("Add", ["words", "kinds"], ["sum"]),
    helper.make_node("MatMul", ["sum", "projection"], ["projected"]),
    helper.make_node("Tanh", ["projected"], ["hidden"]),
    helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
    helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
    # What stands behind padding is no concern of the mean: far off, so that a test sees when it is counted.
    helper.make_node("Sub", ["one", "column"], ["padding"]),
    helper.make_node("Mul", ["padding", "far"], ["noise"]),
    helper.make_node("Add", ["hidden", "noise"], ["last_hidden_state"]),
]
constants = [
    numpy_helper.from_array(table, "table"),
    numpy_helper.from_array(types, "types"),
    numpy_helper.from_array(projection, "projection"),
    numpy_helper.from_array(np.array([2], np.int64), "last"),
    numpy_helper.from_array(np.array(1, np.float32), "one"),
    numpy_helper.from_array(np.array(100, np.float32), "far"),
]
graph = helper.make_graph(
    nodes,
    "tiny-embedder",
    [value(name, TensorProto.INT64, ids) for name in ("input_ids", "attention_mask", "token_type_ids")],
    [value("last_hidden_state", TensorProto.FLOAT, [*ids, CHANNELS])],
    constants,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
checker.check_model(model)
FOLDER.mkdir(exist_ok=True)
save(model, FOLDER / "model.onnx")

template = [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}]
special = {name: {"id": name, "ids": [VOCABULARY[name]], "tokens": [name]} for name in ("<s>", "</s>")}
tokenizer = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [
        {"id": VOCABULARY[word], "content": word, "special": True, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
        for word in ("<s>", "<pad>", "</s>", "<unk>")
    ],
    "normalizer": {"type": "Lowercase"},
    "pre_tokenizer": {"type": "Whitespace"},
    "post_processor": {"type": "TemplateProcessing", "single": template, "pair": template, "special_tokens": special},
    "decoder": None,
    "model": {"type": "WordPiece", "vocab": VOCABULARY, "unk_token": "<unk>", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100},
}
(FOLDER / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, indent=1) + "\n")
card = {
    "name": "tiny-embedder",
    "version": "1",
    "task": "embed-text",
    "file": "model.onnx",
    "sha256": hashlib.sha256((FOLDER / "model.onnx").read_bytes()).hexdigest(),
    "licence": "Apache-2.0",
    "maxTokens": MAX_TOKENS,
    "pooling": "mean",
    "prefixes": {"query": "query: ", "passage": "passage: "},
}
(FOLDER / "card.json").write_text(json.dumps(card, indent=2) + "\n")


def embed(role, text):
    words = f"{role} : {text}".lower().replace("?", " ?").split()
    numbers = [0, *(VOCABULARY.get(word, 3) for word in words), 2]
    if len(numbers) > MAX_TOKENS:
        numbers = [*numbers[: MAX_TOKENS - 1], 2]
    hidden = np.tanh((table[numbers] + types[0]) @ projection)
    mean = hidden.mean(axis=0)
    return [round(float(x), 6) for x in mean / np.linalg.norm(mean)]


texts = [
    ["query", "Why gas holes?"],
    ["passage", "a gas hole"],
    ["passage", "기공 원인"],
    ["passage", "metal " * 30],
    ["query", ""],
]
golden = [{"role": role, "text": text, "vector": embed(role, text)} for role, text in texts]
(FOLDER / "golden.json").write_text(json.dumps(golden, ensure_ascii=False) + "\n")
