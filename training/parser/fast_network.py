"""
The network of network.py for training, at about twice the speed on one core: no arithmetic for padding, products in bfloat16 (gradients bear it; what is
kept and what is read stays in 32 bits), LSTM cells and Adam in C. `recurrence.c` is compiled at the first use, for this machine.
"""
import ctypes
import subprocess
from pathlib import Path

import torch
from torch.nn import functional

from network import Network

HERE = Path(__file__).parent


def compiled():
    source, library = HERE / "recurrence.c", HERE.parent / "build" / "recurrence.so"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        library.parent.mkdir(exist_ok=True)
        command = ["cc", "-O3", "-ffast-math", "-march=native", "-shared", "-fPIC", str(source), "-o", str(library), "-lm"]
        subprocess.run(command, check=True)
    functions = ctypes.CDLL(str(library))
    functions.cells_forward.argtypes = [ctypes.c_int] * 2 + [ctypes.c_void_p] * 5
    functions.cells_backward.argtypes = [ctypes.c_int] * 2 + [ctypes.c_void_p] * 5
    functions.adam.argtypes = [ctypes.c_size_t] + [ctypes.c_void_p] * 5 + [ctypes.c_float] * 7
    return functions


C = compiled()


def rows(tensor, first):
    """The address of a row of a contiguous tensor of 32-bit floats."""
    return tensor.data_ptr() + 4 * first * tensor.shape[1]


class Product(torch.autograd.Function):
    """x @ w.T in bfloat16, forward and backward."""

    @staticmethod
    def forward(context, x, w):
        x, w = x.bfloat16(), w.bfloat16()
        context.save_for_backward(x, w)
        return functional.linear(x, w).float()

    @staticmethod
    def backward(context, gradient):
        x, w = context.saved_tensors
        gradient = gradient.contiguous().bfloat16()
        of_x = functional.linear(gradient, w.t().contiguous()).float() if context.needs_input_grad[0] else None
        return of_x, functional.linear(gradient.t().contiguous(), x.t().contiguous()).float()


def product(x, w):
    return Product.apply(x, w) if torch.is_grad_enabled() else functional.linear(x, w)


class Recurrence(torch.autograd.Function):
    """
    One direction of an LSTM. `x`: what the input adds to the gates, a row a word, all first words of the sentences, then all second ones …;
    `counts`: how many sentences have a first word, a second …, the longest first.
    """

    @staticmethod
    def forward(context, x, w, counts, backwards):
        units, x = w.shape[1], x.contiguous()
        starts = [sum(counts[:step]) for step in range(len(counts))]
        gates, cell, out = torch.zeros_like(x), x.new_empty(len(x), units), x.new_empty(len(x), units)
        cell_before, out_before = x.new_zeros(len(x), units), x.new_zeros(len(x), units)
        # Whether the weights want a gradient says nothing: they do when only reading, too.
        weights = w.bfloat16() if context.needs_input_grad[0] else w
        last = None
        for step in range(len(counts))[:: -1 if backwards else 1]:
            at, count = starts[step], counts[step]
            if last is not None:
                going_on = min(count, counts[last])
                from_last = slice(starts[last], starts[last] + going_on)
                out_before[at : at + going_on] = out[from_last]
                cell_before[at : at + going_on] = cell[from_last]
                gates[at : at + count] = functional.linear(out_before[at : at + count].to(weights.dtype), weights)
            C.cells_forward(count, units, rows(x, at), rows(gates, at), rows(cell_before, at), rows(cell, at), rows(out, at))
            last = step
        context.save_for_backward(w, gates, cell, cell_before, out_before)
        context.order = (counts, starts, backwards)
        return out

    @staticmethod
    def backward(context, gradient):
        w, gates, cell, cell_before, out_before = context.saved_tensors
        counts, starts, backwards = context.order
        gradient = gradient.contiguous().clone()
        of_cell = gradient.new_zeros(counts[0], w.shape[1])
        weights = w.t().contiguous().bfloat16()
        carried = None
        for step in range(len(counts))[:: 1 if backwards else -1]:
            at, count = starts[step], counts[step]
            if carried is not None:
                going_on = min(count, len(carried))
                gradient[at : at + going_on] += carried[:going_on]
            C.cells_backward(
                count, w.shape[1], rows(gates, at), rows(cell_before, at), rows(cell, at), rows(gradient, at), of_cell.data_ptr()
            )
            carried = functional.linear(gates[at : at + count].bfloat16(), weights).float()
        of_w = functional.linear(gates.t().contiguous().bfloat16(), out_before.t().contiguous().bfloat16()).float()
        return gates, of_w, None, None


def both_directions(lstm, x, counts):
    width = 4 * lstm.hidden_size
    x = product(x, torch.cat([lstm.weight_ih_l0, lstm.weight_ih_l0_reverse]))
    x = x + torch.cat([lstm.bias_ih_l0 + lstm.bias_hh_l0, lstm.bias_ih_l0_reverse + lstm.bias_hh_l0_reverse])
    forward = Recurrence.apply(x[:, :width], lstm.weight_hh_l0, counts, False)
    return torch.cat([forward, Recurrence.apply(x[:, width:], lstm.weight_hh_l0_reverse, counts, True)], 1)


class FastNetwork(Network):
    """The same weights and scores as `Network`; a batch must have its longest sentence first."""

    def forward(self, batch):
        word, vector, at = batch["word"], batch["vector"], batch["at"]
        if self.training:
            word = word.masked_fill(torch.rand(word.shape) < self.sizes["word_dropout"], 0)
            vector = vector.masked_fill(torch.rand(vector.shape) < self.sizes["word_dropout"], 0)
        sentences, longest = at.shape
        counts = at.sum(0).tolist()
        place, sentence = at.t().nonzero(as_tuple=True)
        with_root = torch.cat([torch.arange(sentences), sentence])

        def dropped(x, rate, sentence):
            """One mask for all words of a sentence."""
            if not self.training or rate == 0:
                return x
            return x * (torch.bernoulli(x.new_full((sentences, x.shape[1]), 1 - rate)) / (1 - rate))[sentence]

        def part(layer, x, sentence):
            x = product(x, layer.linear.weight) + layer.linear.bias
            return dropped(functional.leaky_relu(x, 0.1), layer.dropout, sentence)

        def spread(x, places, sentence, length):
            return x.new_zeros(sentences, length, x.shape[1]).index_put((sentence, places), x)

        x = self.word(word[sentence, place]) + self.affix(batch["affix"][sentence, place]).sum(1)
        x = x + product(self.vectors[vector[sentence, place]], self.from_vector.weight) + self.from_vector.bias
        x = dropped(x, self.sizes["input_dropout"], sentence)
        for lstm in (self.lstm1, self.lstm2):
            x = dropped(both_directions(lstm, x, counts), self.sizes["dropout"], sentence)
        rooted = torch.cat([self.root.expand(sentences, -1), x])
        rooted_place = torch.cat([torch.zeros(sentences, dtype=torch.long), place + 1])
        tags, dependents, relation_dependents = (
            spread(y, place, sentence, longest)
            for y in (
                self.tag_out(part(self.tag_part, x, sentence)),
                part(self.arc_dependent, x, sentence),
                part(self.relation_dependent, x, sentence),
            )
        )
        heads, relation_heads = (
            spread(part(layer, rooted, with_root), rooted_place, with_root, longest + 1)
            for layer in (self.arc_head, self.relation_head)
        )
        return tags, self.arcs(dependents, heads, batch["length"]), relation_heads, relation_dependents

    def relations(self, heads, dependents):
        one = torch.ones_like(heads[:, :1])
        heads, dependents = torch.cat([heads, one], 1), torch.cat([dependents, one], 1)
        count, size = self.relation_weight.shape[:2]
        left = product(dependents, self.relation_weight.transpose(1, 2).reshape(count * size, size))
        return (left.view(-1, count, size) * heads[:, None, :]).sum(2)


class Optimiser:
    """Adam on clipped gradients; `mean`, by name, follows the weights."""

    CLIP, BETA1, BETA2 = 5.0, 0.9, 0.95

    def __init__(self, network, mean):
        self.states = [(p, torch.zeros_like(p), torch.zeros_like(p), mean[name]) for name, p in network.named_parameters()]
        self.steps = 0

    @torch.no_grad()
    def step(self, rate, keep):
        norm = torch.stack([p.grad.norm() for p, *_ in self.states]).norm().item()
        scale = min(1, self.CLIP / (norm + 1e-6))
        self.steps += 1
        bias1, bias2 = 1 - self.BETA1**self.steps, 1 - self.BETA2**self.steps
        for p, first, second, mean in self.states:
            gradient = p.grad.contiguous()
            addresses = [t.data_ptr() for t in (p, gradient, first, second, mean)]
            C.adam(p.numel(), *addresses, scale, rate, self.BETA1, self.BETA2, bias1, bias2, keep)
