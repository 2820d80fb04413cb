"""
Trains the network: `python3 train.py --vectors FILE.npz --out FOLDER [--hidden 200 ...]`. Seeded and single-threaded, so that the
same call gives the same weights. Keeps the averaged weights that score best on EWT dev.
"""
import argparse
import json
import math
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from batches import Vocabulary, augmented, batches_of, tensors
from fast_network import FastNetwork, Optimiser
from treebank import Sentence, read_training, read_treebank

HERE = Path(__file__).parent


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--treebanks", default="../shared/data/ud-english")
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="a run of the same sizes whose weights are trained on")
    parser.add_argument("--width", type=int, default=160)
    parser.add_argument("--hidden", type=int, default=200)
    parser.add_argument("--tag", type=int, default=96)
    parser.add_argument("--arc", type=int, default=192)
    parser.add_argument("--relation", type=int, default=56)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--input-dropout", type=float, default=0.2)
    parser.add_argument("--word-dropout", type=float, default=0.15)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=1e9, help="the learning rate reaches 0 then, if epochs do not end before")
    parser.add_argument("--stop", type=int, default=10**9, help="stop after so many epochs, the learning rate still high")
    parser.add_argument("--batch-words", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--smoothing", type=float, default=0.03)
    parser.add_argument("--atis-share", type=float, default=0.25)
    parser.add_argument("--news", help="sentences read by teachers (label.py), learned from as well")
    parser.add_argument("--news-share", type=float, default=0.3, help="share of them in each epoch")
    parser.add_argument("--sentences", type=int, help="learn from so many sentences of each treebank only, and look at as many: for a try")
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=20140801)
    return parser.parse_args()


def loss_of(network, batch, options):
    tags, arcs, heads, dependents = network(batch)
    at = batch["at"]
    if "taught" in batch:
        return taught_loss(network, batch, tags, arcs, heads, dependents)
    tag_loss = cross_entropy(tags[at], batch["tag"][at], label_smoothing=options.smoothing)
    # No smoothing over heads: most of the mass would go to padding.
    arc_loss = cross_entropy(arcs[at], batch["head"][at])
    rows = at.nonzero(as_tuple=True)[0]
    labels = network.relations(heads[rows, batch["head"][at]], dependents[at])
    relation_loss = cross_entropy(labels, batch["relation"][at], label_smoothing=options.smoothing)
    return tag_loss + arc_loss + relation_loss


def taught_loss(network, batch, tags, arcs, heads, dependents):
    """How far the network is from its teachers' probabilities."""
    at, taught = batch["at"], batch["taught"]
    rows = at.nonzero(as_tuple=True)[0]
    labels = network.relations(heads[rows, batch["head"][at]], dependents[at])
    return (
        cross_entropy(tags[at], taught["tags"])
        + cross_entropy(arcs[at], taught["arcs"][at])
        + cross_entropy(labels, taught["relations"])
    )


def evaluate(network, vocabulary, sentences):
    """Shares of right tags, heads, and heads with relations; greedy heads, which a tree search only improves on."""
    network.eval()
    right = Counter()
    with torch.no_grad():
        for group in batches_of(sentences, 4000, None):
            batch = tensors(group, vocabulary)
            tags, arcs, heads, dependents = network(batch)
            at = batch["at"]
            guess = arcs.argmax(2)
            rows = at.nonzero(as_tuple=True)[0]
            labels = network.relations(heads[rows, guess[at]], dependents[at]).argmax(1)
            head_right = guess[at] == batch["head"][at]
            right["words"] += int(at.sum())
            right["xpos"] += int((tags.argmax(2)[at] == batch["tag"][at]).sum())
            uposes = vocabulary.upos_of_tag
            right["upos"] += int((uposes[tags.argmax(2)[at]] == uposes[batch["tag"][at]]).sum())
            right["uas"] += int(head_right.sum())
            right["las"] += int((head_right & (labels == batch["relation"][at])).sum())
    network.train()
    return {name: round(100 * right[name] / right["words"], 2) for name in ("upos", "xpos", "uas", "las")}


def read_taught(path):
    """Sentences that label.py kept."""
    return [Sentence(forms, ["X _"] * len(forms), heads, ["root"] * len(forms), taught=taught) for forms, heads, taught in torch.load(path)]


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    started = time.time()

    def log(line):
        print(f"{time.time() - started:6.0f} s  {line}", flush=True)

    training = read_training(options.treebanks, HERE / "gum-documents.tsv")
    dev = {name: read_treebank(Path(options.treebanks) / f"{name}-dev.conllu.gz") for name in ("ewt", "gum")}
    if options.sentences:
        training = {name: sentences[: options.sentences] for name, sentences in training.items()}
        dev = {name: sentences[: options.sentences] for name, sentences in dev.items()}
    news = read_taught(options.news) if options.news else []
    stored = np.load(options.vectors, allow_pickle=False)
    vocabulary = Vocabulary.learn(training, stored["words"])
    vectors = torch.tensor(np.concatenate([np.zeros((1, stored["vectors"].shape[1]), np.float32), stored["vectors"]]))
    sizes = {k: getattr(options, k) for k in ("width", "hidden", "tag", "arc", "relation", "dropout", "input_dropout", "word_dropout")}
    network = FastNetwork(sizes, len(vocabulary.words) + 1, vectors, len(vocabulary.tags), len(vocabulary.relations))
    for name, sentences in training.items():
        log(f"{name}: {len(sentences)} sentences, {sum(len(s.forms) for s in sentences)} words")
    log(f"{sum(p.numel() for p in network.parameters())} parameters, {len(vocabulary.words)} words, {len(vocabulary.tags)} tags")
    if options.start:
        network.load_state_dict(torch.load(Path(options.start) / "weights.pt"), strict=False)
    averaged = {k: v.clone() for k, v in network.state_dict().items() if k != "vectors"}
    optimiser = Optimiser(network, averaged)
    (out / "vocabulary.json").write_text(json.dumps({"sizes": sizes, **vocabulary.stored()}, ensure_ascii=False))
    best, step, losses = 0.0, 0, []
    network.train()
    for epoch in range(options.epochs):
        chosen = training["ewt"] + training["gum"] + chance.sample(training["atis"], int(len(training["atis"]) * options.atis_share))
        taught = chance.sample(news, int(len(news) * options.news_share))
        groups = []
        for sentences in filter(None, (chosen, taught)):
            groups += batches_of([augmented(sentence, chance) for sentence in sentences], options.batch_words, chance)
        chance.shuffle(groups)
        for i, group in enumerate(groups):
            done = max((epoch + i / len(groups)) / options.epochs, (time.time() - started) / 60 / options.minutes)
            rate = options.rate * min(1, (step + 1) / 200) * 0.5 * (1 + math.cos(math.pi * min(1, done)))
            loss = loss_of(network, tensors(group, vocabulary), options)
            network.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step(rate, min(options.average, (2 + step) / (11 + step)))
            step += 1
            losses.append(loss.item())
            if done >= 1:
                break
        current = {k: v.clone() for k, v in network.state_dict().items() if k != "vectors"}
        network.load_state_dict(averaged, strict=False)
        scores = {name: evaluate(network, vocabulary, sentences) for name, sentences in dev.items()}
        network.load_state_dict(current, strict=False)
        log(f"epoch {epoch + 1} loss {sum(losses) / len(losses):.3f} rate {rate:.5f} ewt {scores['ewt']} gum {scores['gum']}")
        losses.clear()
        score = scores["ewt"]["las"] + scores["ewt"]["upos"]
        if score > best:
            best = score
            torch.save(averaged, out / "weights.pt")
        if done >= 1 or epoch + 1 == options.stop:
            break
    log(f"best LAS + UPOS on EWT dev: {best:.2f}")


if __name__ == "__main__":
    main()
