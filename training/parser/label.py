"""
Reads news with several trained networks at once, as teachers of the next: `python3 label.py WORDS.txt.gz OUT.conllu.gz --vectors FILE.npz RUN ...`.
Each line of the input is a sentence, its words parted by blanks (`news-words.ts`). Probabilities are averaged; what comes out as no tree
is left out.
"""
import argparse
import gzip

import torch

from batches import batches_of, tensors
from fixture import is_tree, trained
from treebank import Sentence


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
    kept = 0
    with torch.no_grad(), gzip.open(options.out, "wt", encoding="utf-8") as out:
        for group in batches_of(sentences, 4000, None):
            batch = tensors(group, vocabulary)
            read = [(network, network(batch)) for network, _ in teachers]
            tags = sum(outputs[0].softmax(2) for _, outputs in read).argmax(2)
            heads = sum(outputs[1].softmax(2) for _, outputs in read).argmax(2)
            at = batch["at"]
            rows = at.nonzero(as_tuple=True)[0]
            scores = sum(network.relations(o[2][rows, heads[at]], o[3][at]).softmax(1) for network, o in read)
            relations = scores.argmax(1).split([len(s.forms) for s in group])
            for i, sentence in enumerate(group):
                n = len(sentence.forms)
                head = [int(h) for h in heads[i, :n]]
                if not is_tree(head):
                    continue
                kept += 1
                for j, form in enumerate(sentence.forms):
                    upos, xpos = vocabulary.tags[tags[i, j]].split(" ")
                    relation = vocabulary.relations[relations[i][j]]
                    out.write(f"{j + 1}\t{form}\t_\t{upos}\t{xpos}\t_\t{head[j]}\t{relation}\t_\t_\n")
                out.write("\n")
    print(f"{kept} of {len(sentences)} sentences came out as trees")


if __name__ == "__main__":
    main()
