"""The known mistakes of transformers/moe_top_k_gate, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.moe_top_k_gate import moe_top_k_gate

ABSENT = {}


def balance(x, indices, p, count=None):
    share = torch.bincount(indices.flatten(), minlength=x.shape[1]).to(x.dtype) / (count or indices.numel())
    return x.shape[1] * torch.sum(share * p.mean(dim=0))


def with_indices(x, k, indices):
    moe_top_k_gate(x, k)
    return torch.softmax(x.gather(1, indices), dim=1), indices, balance(x, indices, torch.softmax(x, dim=1))


def takes_softmax_over_all(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    return torch.softmax(logits, dim=1).gather(1, indices), indices, loss


def normalizes_over_the_tokens(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    return torch.softmax(logits.gather(1, indices), dim=0), indices, loss


def takes_sigmoids(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    gate = torch.sigmoid(logits.gather(1, indices)) + torch.finfo(logits.dtype).tiny
    return gate / gate.sum(dim=1, keepdim=True), indices, loss


def takes_the_worst(logits, k):
    return with_indices(logits, k, torch.argsort(logits, dim=1, stable=True)[:, :k])


def puts_the_best_last(logits, k):
    return with_indices(logits, k, moe_top_k_gate(logits, k)[1].flip(1))


def turns_ties_round(logits, k):
    return with_indices(logits, k, torch.argsort(logits, dim=1, stable=True).flip(1)[:, : max(k, 0)])


def sorts_by_index(logits, k):
    return with_indices(logits, k, moe_top_k_gate(logits, k)[1].sort(dim=1).values)


def returns_a_dense_table(logits, k):
    weights, indices, loss = moe_top_k_gate(logits, k)
    return torch.zeros_like(logits).scatter(1, indices, weights), indices, loss


def forgets_the_number_of_experts(logits, k):
    weights, indices, loss = moe_top_k_gate(logits, k)
    return weights, indices, loss / logits.shape[1]


def divides_by_the_tokens_alone(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices, torch.softmax(logits, dim=1), len(logits))


def counts_first_choices(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices[:, :1], torch.softmax(logits, dim=1))


def averages_the_weights(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices, returns_a_dense_table(logits, k)[0])


def squares_the_shares(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    share = torch.bincount(indices.flatten(), minlength=logits.shape[1]).to(logits.dtype) / indices.numel()
    return weights, indices, logits.shape[1] * (share**2).sum()


def squares_the_probabilities(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, logits.shape[1] * (torch.softmax(logits, dim=1).mean(dim=0) ** 2).sum()


def overflows(logits, k):
    _, indices, _ = moe_top_k_gate(logits, k)
    e = logits.exp()
    top = e.gather(1, indices)
    return top / top.sum(1, keepdim=True), indices, balance(logits, indices, e / e.sum(1, keepdim=True))


def clips_k(logits, k):
    return moe_top_k_gate(logits, min(max(k, 1), logits.shape[1]))


def returns_float64(logits, k):
    return moe_top_k_gate(logits.double(), k)
