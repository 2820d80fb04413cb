"""Sentences of gzipped CoNLL-U treebanks, and of the GUM documents whose text licence lets us train on them."""
import csv
import gzip
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Taught:
    """What teachers think of a sentence of n words: probabilities of tags, of heads (n, n + 1; place 0 is the root), of relations to their heads."""

    tags: object
    arcs: object
    relations: object


@dataclass
class Sentence:
    forms: list
    tags: list  # "UPOS XPOS": both in one, as they constrain each other
    heads: list  # 1-based, 0 for the root
    relations: list
    document: str = ""
    taught: Taught = None  # in place of tags and relations; the heads are the likeliest


def read_treebank(path):
    """Multiword ranges and empty nodes are passed over."""
    sentences, rows, document = [], [], ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[len("# newdoc id = "):]
            elif line == "":
                if rows:
                    sentences.append(sentence_of(rows, document))
                rows = []
            elif not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    return sentences


def sentence_of(rows, document):
    return Sentence(
        forms=[row[1] for row in rows],
        tags=[f"{row[3]} {row[4]}" for row in rows],
        heads=[int(row[6]) for row in rows],
        relations=[row[7] for row in rows],
        document=document,
    )


def permitted_documents(path):
    """The documents marked `yes` in gum-documents.tsv."""
    with open(path, encoding="utf-8", newline="") as lines:
        return {row["document"] for row in csv.DictReader(lines, delimiter="\t") if row["used"] == "yes"}


def read_training(folder, gum_documents):
    """EWT, the permitted part of GUM, and Atis, by name."""
    folder = Path(folder)
    permitted = permitted_documents(gum_documents)
    return {
        "ewt": read_treebank(folder / "ewt-train.conllu.gz"),
        "gum": [s for s in read_treebank(folder / "gum-train.conllu.gz") if s.document in permitted],
        "atis": read_treebank(folder / "atis-train.conllu.gz"),
    }
