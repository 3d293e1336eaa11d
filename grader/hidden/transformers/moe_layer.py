"""Hidden tests of transformers/moe_layer."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.moe_layer import moe_layer

independent = (
    "(lambda top: sum(torch.softmax(top.values, 1)[:, [j]] * torch.stack([weight_out[e] @ F.relu(weight_in[e] @ row)"
    " for e, row in zip(top.indices[:, j], x)]) for j in range(k)))(torch.topk(x @ gate_weight.T, k))"
)


def sample(rng, size="small"):
    """Seven tokens, five experts, of which each token visits three; a single hidden unit would often be silent."""
    n, d, e, h, k = (1, 1, 1, 1, 1) if size == "ones" else (7, 4, 5, 6, 3)
    x = rng.normal(size=(n, d))
    weight_in = rng.normal(size=(e, h, d))
    if size == "ones":
        weight_in = np.abs(weight_in) * np.sign(x)
    return x, rng.normal(size=(e, d)), weight_in, rng.normal(size=(e, d, h)), k


def test_by_hand(yours):
    """Scores of log 3 and log 1 give the weights 3/4 and 1/4 to experts that triple a feature and that negate it."""
    x = np.array([[np.log(3.0), 2.0]])
    gate_weight = np.array([[-9.0, 0.0], [1.0, 0.0], [0.0, 0.0]])
    weight_in = np.array([[[9.0, 9.0]], [[0.0, 1.0]], [[0.0, 0.5]]])
    weight_out = np.array([[[9.0], [9.0]], [[0.0], [3.0]], [[4.0], [-2.0]]])
    agree(yours(x, gate_weight, weight_in, weight_out, 2), np.array([[1.0, 4.0]]))


def test_one_expert(yours, rng):
    """With k = 1 a token gets the output of its best expert, with the weight 1."""
    x, gate_weight, weight_in, weight_out, _ = sample(rng)
    best = np.argmax(x @ gate_weight.T, axis=1)
    want = [weight_out[e] @ np.maximum(weight_in[e] @ row, 0) for e, row in zip(best, x, strict=True)]
    agree(yours(x, gate_weight, weight_in, weight_out, 1), np.array(want))


def test_equal_experts(yours, rng):
    """If all experts are the same network, the layer is this network, however many are visited."""
    x, gate_weight, weight_in, weight_out, k = sample(rng)
    same_in, same_out = np.array([weight_in[0]] * 5), np.array([weight_out[0]] * 5)
    want = np.maximum(x @ weight_in[0].T, 0) @ weight_out[0].T
    for number in (k, 5):
        agree(yours(x, gate_weight, same_in, same_out, number), want)


def test_others_have_no_influence(yours, rng):
    """An expert that nobody has chosen may be full of NaN: the result is the same."""
    x, gate_weight, weight_in, weight_out, k = sample(rng)
    gate_weight[3] = 0.0
    x, gate_weight = np.abs(x), np.abs(gate_weight)
    want = moe_layer(x, gate_weight, weight_in, weight_out, k)
    weight_in[3], weight_out[3] = np.nan, np.inf
    agree(yours(x, gate_weight, weight_in, weight_out, k), want)


def test_ties(yours):
    """Between equal scores the expert with the smaller index is chosen."""
    x = np.array([[2.0], [1.0]])
    gate_weight = np.array([[-1.0], [0.5], [0.5], [0.5]])
    weight_in, weight_out = np.ones((4, 1, 1)), np.array([1000.0, 1.0, 10.0, 100.0]).reshape(4, 1, 1)
    agree(yours(x, gate_weight, weight_in, weight_out, 2), np.array([[11.0], [5.5]]))
    many_out = np.arange(64.0).reshape(64, 1, 1)
    agree(yours(x, np.tile(gate_weight[:2], (32, 1)), np.ones((64, 1, 1)), many_out, 20), np.array([[40.0], [20.0]]))


def test_each_token_alone(yours, rng):
    """A token gets the same whether others are there or not, and however many want the same expert."""
    x, gate_weight, weight_in, weight_out, k = sample(rng)
    gate_weight[1] = 3.0 * x[2]
    many = np.concatenate([x[[2]]] * 6 + [x])
    got = yours(many, gate_weight, weight_in, weight_out, k)
    agree(got, np.concatenate([moe_layer(row[None], gate_weight, weight_in, weight_out, k) for row in many]))


def test_huge_scores(yours):
    """Scores of ten thousand do not overflow."""
    x, gate_weight = np.array([[1.0, 0.5]]), np.array([[1e4, 0.0], [1e4, -2 * np.log(3.0)], [-1e4, 0.0]])
    weight_in, weight_out = np.ones((3, 1, 2)), np.array([[[2.0], [0.0]], [[0.0], [4.0]], [[7.0], [7.0]]])
    agree(yours(x, gate_weight, weight_in, weight_out, 2), np.array([[2.25, 1.5]]))


@pytest.mark.parametrize("k", [0, 6])
def test_bad_k(yours, rng, k):
    """A k below 1 or above the number of experts raises a ValueError that names k."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(*sample(rng)[:-1], k)


def softmax(scores, axis=1):
    e = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def mixed(x, gate_weight, weight_in, weight_out, k, choose=None, weigh=softmax, act=lambda h: np.maximum(h, 0)):
    """The layer with another choice, other weights of the chosen scores, or another activation."""
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = np.argsort(-scores, axis=1, kind="stable")[:, :k] if choose is None else choose(scores)
    weights = weigh(np.take_along_axis(scores, chosen, axis=1))
    y = np.zeros_like(x)
    for token, (experts, shares) in enumerate(zip(chosen, weights, strict=True)):
        for expert, share in zip(experts, shares, strict=True):
            y[token] += share * (weight_out[expert] @ act(weight_in[expert] @ x[token]))
    return y


@mistake("The weights are a softmax over all experts, so those of the chosen ones add up to less than 1. Take the best k first.")
def takes_softmax_over_all(x, gate_weight, weight_in, weight_out, k):
    total = np.exp(x @ gate_weight.T - (x @ gate_weight.T).max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: np.exp(s - s.max(axis=1, keepdims=True)) / total)


@mistake("Every token visits all experts. Choose the k with the highest scores: that is what the layer saves.")
def visits_all(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    return moe_layer(x, gate_weight, weight_in, weight_out, len(gate_weight))


@mistake("Every token visits its best expert alone. There are k of them, whose outputs are added.")
def visits_the_best_alone(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    return moe_layer(x, gate_weight, weight_in, weight_out, 1)


@mistake("The chosen experts count alike. Weigh each by the softmax over the scores of those that were chosen.")
def takes_the_plain_mean(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: np.full_like(s, 1 / k))


@mistake("The outputs are added without weights. Weigh each by the softmax over the scores of those that were chosen.")
def adds_without_weights(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=np.ones_like)


@mistake("The weights are sigmoids of the scores, as in DeepSeek-V3. Here they are the softmax over the chosen scores.")
def takes_sigmoids(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: (1 + np.tanh(s / 2)) / 2)


@mistake("The softmax runs over the tokens. For each token the weights of its experts add up to 1: take the other axis.")
def normalizes_over_the_tokens(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: softmax(s, axis=0))


@mistake("The weights belong to other experts: the experts are in the order of their index, the weights in that of the scores.")
def mixes_up_the_weights(x, gate_weight, weight_in, weight_out, k):
    scores = x @ gate_weight.T
    weights = softmax(-np.sort(-scores, axis=1)[:, : max(k, 1)])
    best = np.sort(np.argsort(-scores, axis=1, kind="stable")[:, : max(k, 1)], axis=1)
    return mixed(x, gate_weight, weight_in, weight_out, k, choose=lambda s: best, weigh=lambda s: weights)


@mistake("These are the worst experts: argsort puts the lowest score first. Take those with the highest scores.")
def takes_the_worst(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, choose=lambda s: np.argsort(s, axis=1, kind="stable")[:, :k])


@mistake("Among equal scores you take the larger index, because an argsort was turned round. Sort the negated scores, stably.")
def turns_ties_round(x, gate_weight, weight_in, weight_out, k):
    def choose(scores):
        return np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]

    return mixed(x, gate_weight, weight_in, weight_out, k, choose=choose)


@mistake("The experts have no activation, so that each is one matrix. Put a ReLU between its two layers.")
def forgets_the_activation(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, act=lambda h: h)


@mistake("The ReLU stands behind the experts, and not inside. It belongs between the two layers of each.")
def rectifies_the_outputs(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    chosen = np.argsort(-(x @ gate_weight.T), axis=1, kind="stable")[:, :k]
    weights = softmax(np.take_along_axis(x @ gate_weight.T, chosen, axis=1))
    outputs = np.maximum(np.einsum("nkdh,nkhj,nj->nkd", weight_out[chosen], weight_in[chosen], x), 0)
    return np.einsum("nk,nkd->nd", weights, outputs)


@mistake("The token itself is added to the result. The residual connection belongs to the block around the layer.")
def adds_the_input(x, gate_weight, weight_in, weight_out, k):
    return x + moe_layer(x, gate_weight, weight_in, weight_out, k)


@mistake("An expert that has enough tokens drops the others. Nothing is dropped here: there is no capacity.")
def drops_tokens(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    weights, y = softmax(np.take_along_axis(scores, chosen, axis=1)), np.zeros_like(x)
    for expert in range(len(gate_weight)):
        rows, places = np.nonzero(chosen == expert)
        rows, places = rows[: -(-len(x) * k // len(gate_weight))], places[: -(-len(x) * k // len(gate_weight))]
        hidden = np.maximum(x[rows] @ weight_in[expert].T, 0)
        y[rows] += weights[rows, places, None] * (hidden @ weight_out[expert].T)
    return y


@mistake(
    "All experts see all tokens, and those that were not chosen are multiplied by 0: that makes NaN of what is not finite, and "
    "saves nothing. Run an expert on its own tokens."
)
def multiplies_the_others_by_zero(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    dense = np.zeros_like(scores)
    np.put_along_axis(dense, chosen, softmax(np.take_along_axis(scores, chosen, axis=1)), axis=1)
    with np.errstate(all="ignore"):
        hidden = np.maximum(np.einsum("ehd,nd->neh", weight_in, x), 0)
        return np.einsum("ne,neh,edh->nd", dense, hidden, weight_out)


@mistake("The exponentials overflow for large scores. Subtract the largest score of each token before you take them.")
def overflows(x, gate_weight, weight_in, weight_out, k):
    with np.errstate(all="ignore"):
        return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: np.exp(s) / np.exp(s).sum(1, keepdims=True))


@mistake("A k of no sense is brought into range in silence. Raise a ValueError that names k if it is not from 1 to E.")
def clips_k(x, gate_weight, weight_in, weight_out, k):
    return moe_layer(x, gate_weight, weight_in, weight_out, min(max(k, 1), len(gate_weight)))


@mistake("A float32 input comes back as float64. Make the array of results in the dtype of x.")
def returns_float64(x, gate_weight, weight_in, weight_out, k):
    return moe_layer(x, gate_weight, weight_in, weight_out, k).astype(np.float64)


@right
def token_by_token(x, gate_weight, weight_in, weight_out, k):
    if k < 1 or k > len(gate_weight):
        raise ValueError(f"k = {k} is not possible")
    rows = []
    for token in x:
        scores = [float(row @ token) for row in gate_weight]
        best = sorted(range(len(scores)), key=lambda e: (-scores[e], e))[:k]
        shares = np.exp(np.array([scores[e] - scores[best[0]] for e in best]))
        parts = [weight_out[e] @ np.maximum(weight_in[e] @ token, 0) for e in best]
        rows.append(sum(share / shares.sum() * part for share, part in zip(shares, parts, strict=True)))
    return np.array(rows, dtype=x.dtype)


@right
def by_gathering_the_experts(x, gate_weight, weight_in, weight_out, k):
    if k not in range(1, len(gate_weight) + 1):
        raise ValueError("k")
    scores = np.einsum("nd,ed->ne", x, gate_weight)
    chosen = np.argsort(-scores, kind="stable")[:, :k]
    weights = softmax(np.take_along_axis(scores, chosen, 1))
    hidden = np.einsum("nkhd,nd->nkh", weight_in[chosen], x).clip(min=0)
    return np.einsum("nk,nkh,nkdh->nd", weights, hidden, weight_out[chosen])
