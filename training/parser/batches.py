"""From sentences to tensors: the vocabulary, batches of like length, and small changes that keep the network from trusting capitals."""
from collections import Counter
from dataclasses import replace

import torch

from treebank import Sentence
from word_features import affix_rows, lower_form, plain_form


class Vocabulary:
    """Row numbers of words and vectors (0: none), of tags and relations."""

    def __init__(self, words, vector_words, tags, relations):
        self.words, self.tags, self.relations = words, tags, relations
        self.word_row = {word: i + 1 for i, word in enumerate(words)}
        self.vector_row = {str(word): i + 1 for i, word in enumerate(vector_words)}
        self.tag_row = {tag: i for i, tag in enumerate(tags)}
        self.relation_row = {relation: i for i, relation in enumerate(relations)}
        uposes = sorted({tag.split(" ")[0] for tag in tags})
        self.upos_of_tag = torch.tensor([uposes.index(tag.split(" ")[0]) for tag in tags])

    @staticmethod
    def learn(training, vector_words, least=2):
        everything = [s for sentences in training.values() for s in sentences]
        words = Counter(lower_form(plain_form(form)) for s in everything for form in s.forms)
        return Vocabulary(
            sorted(word for word, n in words.items() if n >= least),
            vector_words,
            sorted({tag for s in everything for tag in s.tags}),
            sorted({relation for s in everything for relation in s.relations}),
        )

    def stored(self):
        return {"words": self.words, "tags": self.tags, "relations": self.relations}

    def rows(self, form):
        plain = plain_form(form)
        return self.word_row.get(lower_form(plain), 0), self.vector_row.get(plain.lower(), 0), affix_rows(form)


def augmented(sentence, chance):
    """Now and then a sentence in capitals, in small letters, with a Title Case, or without its full stop."""
    dice = chance.random()
    if dice < 0.015:
        return replace(sentence, forms=[form.upper() for form in sentence.forms])
    if dice < 0.03:
        return replace(sentence, forms=[form.lower() for form in sentence.forms])
    if dice < 0.04:
        return replace(sentence, forms=[form[:1].upper() + form[1:] for form in sentence.forms])
    if dice < 0.06 and not sentence.taught and len(sentence.forms) > 3 and sentence.forms[-1] == "." and len(sentence.forms) not in sentence.heads:
        shorter = {name: getattr(sentence, name)[:-1] for name in ("forms", "tags", "heads", "relations")}
        return Sentence(**shorter)
    return sentence


def batches_of(sentences, words, chance):
    """Groups of about so many words, sentences of like length together, longest first in each; shuffled when `chance` is given."""
    key = (lambda s: len(s.forms) + 3 * chance.random()) if chance else (lambda s: len(s.forms))
    groups, group = [], []
    for sentence in sorted(sentences, key=key):
        if group and (len(group) + 1) * len(sentence.forms) > words:
            groups.append(group)
            group = []
        group.append(sentence)
    groups.append(group)
    if chance:
        chance.shuffle(groups)
    return [sorted(group, key=lambda s: -len(s.forms)) for group in groups]


def tensors(group, vocabulary):
    longest = len(group[0].forms)
    rows = [[vocabulary.rows(form) for form in s.forms] for s in group]

    def padded(values, filler=0):
        return torch.tensor([v + [filler] * (longest - len(v)) for v in values])

    length = torch.tensor([len(s.forms) for s in group])
    none = tuple(0 for _ in affix_rows(""))
    taught = {}
    if group[0].taught:
        arcs = torch.zeros(len(group), longest, longest + 1)
        for i, s in enumerate(group):
            arcs[i, : len(s.forms), : len(s.forms) + 1] = s.taught.arcs
        taught = {"tags": [s.taught.tags for s in group], "relations": [s.taught.relations for s in group]}
        taught = {"taught": {"arcs": arcs, **{name: torch.cat(parts).float() for name, parts in taught.items()}}}
    return {
        **taught,
        "length": length,
        "at": torch.arange(longest)[None] < length[:, None],
        "word": padded([[r[0] for r in row] for row in rows]),
        "vector": padded([[r[1] for r in row] for row in rows]),
        "affix": padded([[r[2] for r in row] for row in rows], none),
        "tag": padded([[vocabulary.tag_row.get(tag, 0) for tag in s.tags] for s in group]),
        "head": padded([s.heads for s in group]),
        "relation": padded([[vocabulary.relation_row.get(r, 0) for r in s.relations] for s in group]),
    }
