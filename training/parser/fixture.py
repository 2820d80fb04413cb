"""
Writes what PyTorch reads, for the tests of `src/text/neural`: `python3 fixture.py RUN VECTORS.npz OUT.json`. Sentences are our own; each comes with rows
of its words, and with tags, heads and relations read with full weights.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

from batches import Vocabulary, tensors
from network import Network
from treebank import Sentence
from word_features import affix_rows

SENTENCES = (
    "The foreign ministers of both countries met in Vienna on Monday to discuss the border .",
    "Tehran has not denied the claims , but its ambassador was summoned twice .",
    "“ We did n’t ask for help , ” said a spokesman .",
    "SANCTIONS LIFTED AFTER TALKS",
    "Trade between them grew by 12 % in 2013 , to $ 1.5 billion .",
    "Who would have believed that the two presidents , once bitter rivals , could sign such a treaty ?",
    "He thinks the new pipeline will bring in more money than oil ever did .",
    "Please send the file to Ms. O’Neil before 5 p.m. — thanks !",
)
WORDS = ("Baku", "1,200", "re-elected", "ÖSTERREICH", "’s", "naïve", "—", "a", "👍", "Nagorno", "…", "İzmir")


def trained(run, vectors_path):
    """The network of a run, with its vocabulary."""
    stored = np.load(vectors_path)
    kept = json.loads((Path(run) / "vocabulary.json").read_text())
    vocabulary = Vocabulary(kept["words"], stored["words"], kept["tags"], kept["relations"])
    vectors = torch.tensor(np.concatenate([np.zeros((1, stored["vectors"].shape[1]), np.float32), stored["vectors"]]))
    network = Network(kept["sizes"], len(kept["words"]) + 1, vectors, len(kept["tags"]), len(kept["relations"]))
    network.load_state_dict({**torch.load(Path(run) / "weights.pt"), "vectors": vectors})
    return network.eval(), vocabulary


def is_tree(heads):
    """One root, no cycle; 1-based heads."""
    def leads_to_root(word):
        for _ in heads:
            word = heads[word - 1] if word else 0
        return word == 0

    return heads.count(0) == 1 and all(leads_to_root(i + 1) for i in range(len(heads)))


def main():
    run, vectors, out = sys.argv[1:]
    network, vocabulary = trained(run, vectors)
    sentences = []
    with torch.no_grad():
        for text in SENTENCES:
            forms = text.split()
            n = len(forms)
            batch = tensors([Sentence(forms, ["NOUN NN"] * n, [0] * n, ["root"] * n)], vocabulary)
            tags, arcs, heads, dependents = network(batch)
            head = arcs[0].argmax(1)
            if not is_tree([int(h) for h in head]):
                continue  # TypeScript searches for the best tree; only trees can be held against it
            scores = network.relations(heads[0, head], dependents[0])
            sentences.append(
                {
                    "forms": forms,
                    "tags": [vocabulary.tags[i] for i in tags[0].argmax(1)],
                    "heads": [int(h) - 1 for h in head],
                    "relations": [vocabulary.relations[i] for i in scores.argmax(1)],
                }
            )
    words = {word: list(affix_rows(word)) for word in WORDS}
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"words": words, "sentences": sentences}, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
