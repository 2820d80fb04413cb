"""Tagger and parser in one network: two BiLSTM layers, a tag layer, and biaffine scores of heads and relations."""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from word_features import AFFIX_ROWS


def shared_dropout(x, rate, training):
    """One mask for all words of a sentence."""
    if not training or rate == 0:
        return x
    return x * torch.bernoulli(x.new_full((x.shape[0], 1, x.shape[2]), 1 - rate)) / (1 - rate)


class Part(nn.Module):
    """A projection of the encoder's output for one task."""

    def __init__(self, inputs, outputs, dropout):
        super().__init__()
        self.linear = nn.Linear(inputs, outputs)
        nn.init.orthogonal_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)
        self.dropout = dropout

    def forward(self, x):
        return shared_dropout(torch.nn.functional.leaky_relu(self.linear(x), 0.1), self.dropout, self.training)


class Network(nn.Module):
    def __init__(self, sizes, words, vectors, tags, relations):
        super().__init__()
        self.sizes = sizes
        width, hidden, drop = sizes["width"], sizes["hidden"], sizes["dropout"]
        self.word = nn.Embedding(words, width, padding_idx=0)
        self.affix = nn.Embedding(AFFIX_ROWS, width)
        nn.init.normal_(self.word.weight, std=0.1)
        nn.init.zeros_(self.word.weight[0])
        nn.init.normal_(self.affix.weight, std=0.05)
        self.register_buffer("vectors", vectors)
        self.from_vector = nn.Linear(vectors.shape[1], width)
        self.lstm1 = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        for lstm in (self.lstm1, self.lstm2):
            for name, weight in lstm.named_parameters():
                if "weight_hh" in name:
                    for gate in weight.chunk(4):
                        nn.init.orthogonal_(gate)
                elif "bias" in name:
                    nn.init.zeros_(weight)
        self.tag_part = Part(2 * hidden, sizes["tag"], drop)
        self.tag_out = nn.Linear(sizes["tag"], tags)
        self.arc_head = Part(2 * hidden, sizes["arc"], drop)
        self.arc_dependent = Part(2 * hidden, sizes["arc"], drop)
        self.relation_head = Part(2 * hidden, sizes["relation"], drop)
        self.relation_dependent = Part(2 * hidden, sizes["relation"], drop)
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        # A last input of 1 to each side gives the linear terms.
        self.arc_weight = nn.Parameter(torch.zeros(sizes["arc"] + 1, sizes["arc"]))
        self.relation_weight = nn.Parameter(torch.zeros(relations, sizes["relation"] + 1, sizes["relation"] + 1))

    def forward(self, batch):
        """Scores of tags (b, n, tags), heads (b, n, n + 1; place 0 is the root), and both relation sides."""
        drop = self.sizes["dropout"]
        word, vector = batch["word"], batch["vector"]
        if self.training:
            word = word.masked_fill(torch.rand(word.shape) < self.sizes["word_dropout"], 0)
            vector = vector.masked_fill(torch.rand(vector.shape) < self.sizes["word_dropout"], 0)
        x = self.word(word) + self.from_vector(self.vectors[vector]) + self.affix(batch["affix"]).sum(2)
        x = shared_dropout(x, self.sizes["input_dropout"], self.training)
        lengths = batch["length"]
        packed = pack_padded_sequence(x, lengths, batch_first=True)
        first = pad_packed_sequence(self.lstm1(packed)[0], batch_first=True)[0]
        first = shared_dropout(first, drop, self.training)
        packed = pack_padded_sequence(first, lengths, batch_first=True)
        second = pad_packed_sequence(self.lstm2(packed)[0], batch_first=True)[0]
        second = shared_dropout(second, drop, self.training)
        tags = self.tag_out(self.tag_part(second))
        with_root = torch.cat([self.root.expand(second.shape[0], 1, -1), second], 1)
        heads = self.arc_head(with_root)
        dependents = self.arc_dependent(second)
        return tags, self.arcs(dependents, heads, lengths), self.relation_head(with_root), self.relation_dependent(second)

    def arcs(self, dependents, heads, lengths):
        """Scores of each head for each dependent; places beyond a sentence's end are out of the question."""
        dependents = torch.cat([dependents, torch.ones_like(dependents[..., :1])], 2)
        arcs = dependents @ self.arc_weight @ heads.transpose(1, 2)
        real = torch.arange(heads.shape[1])[None] <= lengths[:, None]
        return arcs.masked_fill(~real[:, None, :], -1e4)

    def relations(self, heads, dependents):
        """Scores of relations for pairs of head and dependent (n, size)."""
        one = torch.ones_like(heads[:, :1])
        heads, dependents = torch.cat([heads, one], 1), torch.cat([dependents, one], 1)
        left = dependents @ self.relation_weight.permute(1, 0, 2).reshape(dependents.shape[1], -1)
        return (left.view(len(heads), -1, heads.shape[1]) @ heads[:, :, None]).squeeze(2)
