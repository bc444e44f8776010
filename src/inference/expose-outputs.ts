// Makes inner tensors of an ONNX file outputs of its graph, by adding a few bytes to its end. A protobuf parser
// merges a message that comes twice, so a second `graph` that holds nothing but outputs adds them to the first
// (protobuf.dev, Encoding, "Last One Wins": embedded messages are merged). The types follow from the operators.

/** To be put behind the bytes of the file. Names that the graph does not have make it unloadable. */
export const exposedOutputs = (tensors: readonly string[]): Uint8Array => {
  const outputs = tensors.map((name) =>
    field(GRAPH_OUTPUT, field(VALUE_NAME, new TextEncoder().encode(name))),
  );
  return field(MODEL_GRAPH, joined(outputs));
};

/** Field numbers of onnx.proto: ModelProto.graph, GraphProto.output, ValueInfoProto.name. */
const MODEL_GRAPH = 7;
const GRAPH_OUTPUT = 12;
const VALUE_NAME = 1;

/** A length-delimited field: its number and wire type, its length, its content. */
const field = (number: number, content: Uint8Array): Uint8Array =>
  joined([varint((number << 3) | 2), varint(content.length), content]);

const varint = (value: number): Uint8Array => {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
};

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
