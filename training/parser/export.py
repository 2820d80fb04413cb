"""
Writes trained weights as `src/text/neural/model-file.ts` reads them: `python3 export.py RUN --vectors FILE.npz --out FILE.bin`. Weights become 8-bit
integers with a scale for each row.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from word_features import hash_text

TYPES = {"i8": np.int8, "u8": np.uint8, "u32": np.uint32, "f32": np.float32}


class ModelWriter:
    def __init__(self):
        self.arrays, self.parts, self.offset = {}, [], 0

    def add(self, name, kind, values):
        data = np.ascontiguousarray(values, TYPES[kind]).tobytes()
        self.arrays[name] = {"type": kind, "offset": self.offset, "length": len(data) // np.dtype(TYPES[kind]).itemsize}
        data += b"\0" * (-len(data) % 8)
        self.parts.append(data)
        self.offset += len(data)

    def rows(self, name, values, scales_name=None):
        """A matrix in 8 bits."""
        scales = np.maximum(np.abs(values).max(1), 1e-9) / 127
        self.add(name, "i8", np.rint(values / scales[:, None]))
        self.add(scales_name or f"{name}.scales", "f32", scales)

    def layer(self, name, weight, bias):
        """The kernel makes four outputs at a time: rows of zeros fill up."""
        missing = -len(weight) % 4
        self.rows(name, np.concatenate([weight, np.zeros((missing, weight.shape[1]))]))
        self.add(f"{name}.bias", "f32", np.concatenate([bias, np.full(missing, -1e9)]))

    def write(self, path, header):
        line = json.dumps({**header, "arrays": self.arrays}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        path.write_bytes(line + b"\0" * (-len(line) % 8) + b"".join(self.parts))


def add_words(writer, vocabulary, weights):
    hashes = np.array([hash_text(word) for word in vocabulary["words"]], np.uint32)
    order = np.argsort(hashes)
    writer.add("word.hashes", "u32", hashes[order])
    writer.rows("word.values", weights["word.weight"][1:][order], "word.scales")
    writer.rows("affix.values", weights["affix.weight"], "affix.scales")


def add_vectors(writer, stored, weights):
    hashes = np.array([hash_text(str(word)) for word in stored["words"]], np.uint32)
    order = np.argsort(hashes)
    codes = (stored["codes"][order].astype(np.int16) + 8).astype(np.uint8)
    writer.add("vector.hashes", "u32", hashes[order])
    writer.add("vector.codes", "u8", codes[:, 0::2] | codes[:, 1::2] << 4)
    writer.add("vector.scales", "f32", stored["scales"][order])
    writer.add("fromVector.weights", "f32", weights["from_vector.weight"].T)
    writer.add("fromVector.bias", "f32", weights["from_vector.bias"])


def add_encoder(writer, weights):
    for layer, name in (("lstm1", "first"), ("lstm2", "second")):
        for suffix, direction in (("", "forward"), ("_reverse", "backward")):
            part = lambda kind: weights[f"{layer}.{kind}_l0{suffix}"]
            writer.rows(f"{name}.{direction}.input", part("weight_ih"))
            writer.add(f"{name}.{direction}.bias", "f32", part("bias_ih") + part("bias_hh"))
            writer.rows(f"{name}.{direction}.recurrent", part("weight_hh"))
    writer.add("root", "f32", weights["root"])


def add_decoder(writer, weights, tags):
    for part in ("tag_part", "arc_head", "arc_dependent", "relation_head", "relation_dependent"):
        writer.layer(part.replace("_", "."), weights[f"{part}.linear.weight"], weights[f"{part}.linear.bias"])
    # Atis has no Penn tags: its classes are learned and never given.
    nameless = np.array([tag.endswith(" _") for tag in tags])
    writer.layer("tag.out", weights["tag_out.weight"], np.where(nameless, -1e9, weights["tag_out.bias"]))
    arc = weights["arc_weight"]
    writer.layer("arc.weight", arc[:-1].T, arc[-1])
    # Outputs: for each relation its k products with the head, then one constant a relation.
    relation = weights["relation_weight"]
    k = relation.shape[1] - 1
    flat = np.concatenate([relation[:, :, :k].transpose(0, 2, 1).reshape(-1, k + 1), relation[:, :, k]])
    writer.layer("relation.weight", flat[:, :k], flat[:, k])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("run")
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    run = Path(options.run)
    vocabulary = json.loads((run / "vocabulary.json").read_text())
    weights = {k: v.numpy() for k, v in torch.load(run / "weights.pt").items()}
    stored = np.load(options.vectors)
    writer = ModelWriter()
    add_words(writer, vocabulary, weights)
    add_vectors(writer, stored, weights)
    add_encoder(writer, weights)
    add_decoder(writer, weights, vocabulary["tags"])
    sizes = {name: vocabulary["sizes"][name] for name in ("width", "hidden", "tag", "arc", "relation")}
    writer.write(
        Path(options.out),
        {
            "format": "detente.reader/1",
            "sizes": {**sizes, "vector": stored["codes"].shape[1]},
            "tags": vocabulary["tags"],
            "relations": vocabulary["relations"],
        },
    )


if __name__ == "__main__":
    main()
