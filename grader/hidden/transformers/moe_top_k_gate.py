"""Hidden tests of transformers/moe_top_k_gate."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.moe_top_k_gate import moe_top_k_gate

independent = (
    "(lambda score, index: (torch.softmax(score, 1), index, logits.shape[1] * torch.sum(torch.softmax(logits, 1).mean(0)"
    " * torch.nn.functional.one_hot(index, logits.shape[1]).to(logits.dtype).mean((0, 1)))))(*torch.topk(logits, k))"
)


def sample(rng, size="small"):
    """Seven tokens, five experts, three visits; some experts are more popular than others."""
    if size == "ones":
        return rng.normal(size=(1, 1)), 1
    return rng.normal(size=(7, 5)) + np.array([1.0, 0.0, -0.5, 0.5, 0.0]), 3


def softmax(x, axis=1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def test_by_hand(yours):
    """Scores of log 6, log 3 and log 1: the best two get the weights 2/3 and 1/3."""
    x = np.log(np.array([[3.0, 1.0, 6.0], [1.0, 6.0, 3.0]]))
    loss = 3 * (1 / 4 * 4 / 20 + 1 / 4 * 7 / 20 + 2 / 4 * 9 / 20)
    agree(yours(x, 2), (np.array([[2 / 3, 1 / 3]] * 2), np.array([[2, 0], [1, 2]]), loss))


def test_one_expert(yours, rng):
    """With k = 1 each token goes to its best expert, with a weight of exactly 1."""
    x = np.log(np.array([[1.0, 7.0, 2.0], [5.0, 3.0, 2.0], [0.5, 9.0, 0.5], [1.0, 6.0, 3.0]]))
    p = np.mean([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.05, 0.9, 0.05], [0.1, 0.6, 0.3]], axis=0)
    agree(yours(x, 1), (np.ones((4, 1)), np.array([[1], [0], [1], [1]]), 3 * (0.25 * p[0] + 0.75 * p[1])))


def test_all_experts(yours, rng):
    """With k = E the weights are the softmax over all scores, sorted, and the loss is 1, whatever the scores."""
    x, _ = sample(rng)
    weights, indices, loss = yours(x, 5)
    agree(weights, -np.sort(-softmax(x), axis=1))
    agree(np.take_along_axis(x, indices, axis=1), -np.sort(-x, axis=1))
    agree(loss, 1.0)


def test_ties(yours):
    """Between equal scores the smaller index comes first, among the chosen ones and at the limit."""
    x = np.array([[1.0, 3.0, 1.0, 3.0, 1.0], [2.0, 2.0, 2.0, 2.0, 2.0], [0.0, -1.0, 0.0, -1.0, 5.0]])
    agree(yours(x, 3)[1], np.array([[1, 3, 0], [0, 1, 2], [4, 0, 2]]))
    many = np.tile([0.0, 1.0, -1.0, 1.0], (1, 16))
    agree(yours(many, 20)[1], np.arange(1, 41, 2)[None, :20])
    agree(yours(np.array([[0.0, -1.0, 1e-9], [1e4, 0.0, 1e4 + 1e-9]]), 2)[1], np.array([[2, 0], [2, 0]]))


def test_far_apart(yours):
    """Huge scores do not overflow, and a row of small ones is not crushed by another row."""
    x = np.array([[1e4, 1e4 - math.log(3), -1e4], [-1e4, -2e4, -1e4 - math.log(3)]])
    weights, indices, loss = yours(x, 2)
    agree((weights, indices), (np.array([[0.75, 0.25]] * 2), np.array([[0, 1], [0, 2]])))
    agree(loss, 3 * (0.5 * 0.75 + 0.25 * 0.125 + 0.25 * 0.125))


def test_others_do_not_count(yours, rng):
    """The weights depend on the chosen scores alone: those left out may fall as far as they like."""
    x, k = sample(rng)
    weights, indices, _ = moe_top_k_gate(x, k)
    lower = x - 50.0
    np.put_along_axis(lower, indices, np.take_along_axis(x, indices, axis=1), axis=1)
    agree(yours(lower, k)[:2], (weights, indices))


def test_balance(yours):
    """Perfect balance costs 1 for any k, and sending everything to one of four experts nearly 4."""
    fair = 2.0 * np.array([np.roll([3.0, 2.0, 1.0, 0.0], shift) for shift in range(4)])
    for k in (1, 2, 3):
        agree(yours(fair, k)[2], 1.0)
    agree(yours(np.array([[0.0, 40.0, 0.0, 0.0]] * 3), 1)[2], 4.0)


@pytest.mark.parametrize("k", [0, 6])
def test_bad_k(yours, rng, k):
    """A k below 1 or above the number of experts raises a ValueError that names k."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(sample(rng)[0], k)


def balance(x, indices, p, count=None):
    """The loss for other probabilities or other shares."""
    experts = x.shape[1]
    share = np.bincount(indices.ravel(), minlength=experts) / (count or indices.size)
    return (experts * np.sum(share * p.mean(axis=0))).astype(x.dtype)


def with_indices(x, k, indices):
    moe_top_k_gate(x, k)
    return softmax(np.take_along_axis(x, indices, axis=1)), indices, balance(x, indices, softmax(x))


@mistake(
    "The weights are a softmax over all experts, of which some are left out, so they add up to less than 1. Take the k first."
)
def takes_softmax_over_all(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    return np.take_along_axis(softmax(logits), indices, axis=1), indices, loss


@mistake("The softmax runs over the tokens. For each token the weights of its experts add up to 1: take the last axis.")
def normalizes_over_the_tokens(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    return softmax(np.take_along_axis(logits, indices, axis=1), axis=0), indices, loss


@mistake("The weights are sigmoids, divided by their sum, as in DeepSeek-V3. Here they are the softmax over the chosen scores.")
def takes_sigmoids(logits, k):
    _, indices, loss = moe_top_k_gate(logits, k)
    gate = (1 + np.tanh(np.take_along_axis(logits, indices, axis=1) / 2)) / 2 + np.finfo(logits.dtype).tiny
    return gate / gate.sum(axis=1, keepdims=True), indices, loss


@mistake("These are the worst experts: argsort puts the lowest score first. Take those with the highest scores.")
def takes_the_worst(logits, k):
    return with_indices(logits, k, np.argsort(logits, axis=1, kind="stable")[:, :k])


@mistake("The right experts, but the best one stands last, as the end of an argsort has it. Best first.")
def puts_the_best_last(logits, k):
    moe_top_k_gate(logits, k)
    return with_indices(logits, k, moe_top_k_gate(logits, k)[1][:, ::-1])


@mistake("Among equal scores you take the larger index, because an argsort was turned round. Sort the negated scores, stably.")
def turns_ties_round(logits, k):
    return with_indices(logits, k, np.argsort(logits, axis=1, kind="stable")[:, ::-1][:, : max(k, 0)])


@mistake("The experts are listed by their index. List them by score, best first; the weights go with them.")
def sorts_by_index(logits, k):
    return with_indices(logits, k, np.sort(moe_top_k_gate(logits, k)[1], axis=1))


@mistake("The weights stand in a table of all experts, with zeros. Return k weights for each token, in the order of the indices.")
def returns_a_dense_table(logits, k):
    weights, indices, loss = moe_top_k_gate(logits, k)
    table = np.zeros_like(logits)
    np.put_along_axis(table, indices, weights, axis=1)
    return table, indices, loss


@mistake("The loss is not multiplied by the number of experts. With the factor E, balance costs 1 for any number of them.")
def forgets_the_number_of_experts(logits, k):
    weights, indices, loss = moe_top_k_gate(logits, k)
    return weights, indices, loss / logits.shape[1]


@mistake("The shares add up to k, because you divide the counts by the number of tokens. Divide by all N k assignments.")
def divides_by_the_tokens_alone(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices, softmax(logits), len(logits))


@mistake("Only the first choice of each token is counted. With k experts per token all k assignments count.")
def counts_first_choices(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices[:, :1], softmax(logits))


@mistake(
    "The loss uses the weights of the chosen experts. P is the mean of the softmax over all scores, before anyone is chosen."
)
def averages_the_weights(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, balance(logits, indices, returns_a_dense_table(logits, k)[0])


@mistake(
    "The loss is made of squared shares, which are counts and have no gradient. Multiply each share by the mean probability."
)
def squares_the_shares(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    share = np.bincount(indices.ravel(), minlength=logits.shape[1]) / indices.size
    return weights, indices, (logits.shape[1] * (share**2).sum()).astype(logits.dtype)


@mistake("The loss is made of squared mean probabilities. One of the two factors is the share of the assignments.")
def squares_the_probabilities(logits, k):
    weights, indices, _ = moe_top_k_gate(logits, k)
    return weights, indices, logits.shape[1] * (softmax(logits).mean(axis=0) ** 2).sum()


@mistake("The exponentials overflow for large scores. Subtract the largest score of each row before you take them.")
def overflows(logits, k):
    _, indices, _ = moe_top_k_gate(logits, k)
    with np.errstate(all="ignore"):
        e = np.exp(logits)
        top = np.exp(np.take_along_axis(logits, indices, axis=1))
        return top / top.sum(1, keepdims=True), indices, balance(logits, indices, e / e.sum(1, keepdims=True))


@mistake("A k of no sense is brought into range in silence. Raise a ValueError that names k if it is not from 1 to E.")
def clips_k(logits, k):
    return moe_top_k_gate(logits, min(max(k, 1), logits.shape[1]))


@mistake("A float32 input comes back as float64. Do not convert the scores, and give the loss their dtype.")
def returns_float64(logits, k):
    return moe_top_k_gate(logits.astype(np.float64), k)


@right
def token_by_token(logits, k):
    n, experts = logits.shape
    if k < 1 or k > experts:
        raise ValueError(f"k = {k} is not possible")
    indices = np.array([sorted(range(experts), key=lambda e: (-row[e], e))[:k] for row in logits])
    weights, loss = np.zeros((n, k), logits.dtype), 0.0
    for i, chosen in enumerate(indices):
        e = np.exp(logits[i, chosen] - logits[i, chosen[0]])
        weights[i] = e / sum(e)
    for e in range(experts):
        loss += float(np.mean(softmax(logits)[:, e])) * int((indices == e).sum()) / (n * k) * experts
    return weights, indices, loss


@right
def by_masking_the_others(logits, k):
    n, experts = logits.shape
    if k not in range(1, experts + 1):
        raise ValueError("k")
    better = logits[:, None, :] > logits[:, :, None]
    tied = (logits[:, None, :] == logits[:, :, None]) & np.tri(experts, k=-1, dtype=bool)
    rank = (better | tied).sum(axis=2)
    indices = np.argsort(rank, axis=1)[:, :k]
    dense = softmax(np.where(rank < k, logits, -np.inf))
    share = (rank < k).mean(axis=0) / k
    loss = experts * np.einsum("e,ne->", share, softmax(logits)) / n
    return np.take_along_axis(dense, indices, axis=1), indices, loss
