"""
Reads news with several trained networks at once, as teachers of the next: `python3 label.py WORDS.txt.gz OUT.pt --vectors FILE.npz RUN ...`. Each line of
the input is a sentence, its words parted by blanks (`news-words.ts`). What is kept are the networks' mean probabilities of tags, of heads, and
of relations to the likeliest heads: how unsure they are teaches as much as what they say.
"""
import argparse
import gzip

import torch

from batches import batches_of, tensors
from fixture import trained
from treebank import Sentence, Taught


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("words")
    parser.add_argument("out")
    parser.add_argument("runs", nargs="+")
    parser.add_argument("--vectors", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    teachers = [trained(run, options.vectors) for run in options.runs]
    vocabulary = teachers[0][1]
    with gzip.open(options.words, "rt", encoding="utf-8") as lines:
        forms = [line.split() for line in lines]
    sentences = [Sentence(f, ["X _"] * len(f), [0] * len(f), ["root"] * len(f)) for f in forms]
    taught = []
    with torch.no_grad():
        for group in batches_of(sentences, 4000, None):
            batch = tensors(group, vocabulary)
            read = [(network, network(batch)) for network, _ in teachers]

            def mean(probabilities):
                return (sum(probabilities) / len(teachers)).half()

            tags = mean(outputs[0].softmax(2) for _, outputs in read)
            arcs = mean(outputs[1].softmax(2) for _, outputs in read)
            heads, at = arcs.float().argmax(2), batch["at"]
            rows = at.nonzero(as_tuple=True)[0]
            relations = mean(network.relations(o[2][rows, heads[at]], o[3][at]).softmax(1) for network, o in read)
            relations = relations.split([len(s.forms) for s in group])
            for i, sentence in enumerate(group):
                n = len(sentence.forms)
                kept = Taught(tags[i, :n].clone(), arcs[i, :n, : n + 1].clone(), relations[i].clone())
                taught.append((sentence.forms, heads[i, :n].tolist(), kept))
    torch.save(taught, options.out)
    print(f"{len(taught)} sentences read by {len(teachers)} networks")


if __name__ == "__main__":
    main()
