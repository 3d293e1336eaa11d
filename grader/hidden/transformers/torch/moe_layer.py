"""The known mistakes of transformers/moe_layer, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.moe_layer import moe_layer

ABSENT = {}


def best(scores, k):
    return torch.sort(scores, dim=1, descending=True, stable=True)[1][:, :k]


def softmax(scores):
    return torch.softmax(scores, dim=1)


def mixed(x, gate_weight, weight_in, weight_out, k, choose=best, weigh=softmax, act=torch.relu):
    """The layer with another choice, other weights of the chosen scores, or another activation."""
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = choose(scores, k)
    hidden = act(torch.einsum("nkhd,nd->nkh", weight_in[chosen], x))
    return torch.einsum("nk,nkh,nkdh->nd", weigh(scores.gather(1, chosen)), hidden, weight_out[chosen])


def takes_softmax_over_all(x, gate_weight, weight_in, weight_out, k):
    total = torch.logsumexp(x @ gate_weight.T, dim=1, keepdim=True)
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: torch.exp(s - total))


def visits_all(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    return moe_layer(x, gate_weight, weight_in, weight_out, len(gate_weight))


def visits_the_best_alone(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    return moe_layer(x, gate_weight, weight_in, weight_out, 1)


def takes_the_plain_mean(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: torch.full_like(s, 1 / k))


def adds_without_weights(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=torch.ones_like)


def takes_sigmoids(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=torch.sigmoid)


def normalizes_over_the_tokens(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: torch.softmax(s, dim=0))


def mixes_up_the_weights(x, gate_weight, weight_in, weight_out, k):
    def choose(scores, k):
        return best(scores, k).sort(dim=1)[0]

    return mixed(
        x, gate_weight, weight_in, weight_out, k, choose, lambda s: torch.softmax(s.sort(dim=1, descending=True)[0], dim=1)
    )


def takes_the_worst(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, lambda s, k: torch.sort(s, dim=1, stable=True)[1][:, :k])


def turns_ties_round(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, lambda s, k: torch.sort(s, dim=1, stable=True)[1].flip(1)[:, :k])


def forgets_the_activation(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, act=lambda h: h)


def rectifies_the_outputs(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = best(scores, k)
    outputs = torch.relu(torch.einsum("nkdh,nkhj,nj->nkd", weight_out[chosen], weight_in[chosen], x))
    return torch.einsum("nk,nkd->nd", softmax(scores.gather(1, chosen)), outputs)


def adds_the_input(x, gate_weight, weight_in, weight_out, k):
    return x + moe_layer(x, gate_weight, weight_in, weight_out, k)


def drops_tokens(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores, y = x @ gate_weight.T, torch.zeros_like(x)
    chosen = best(scores, k)
    weights, capacity = softmax(scores.gather(1, chosen)), -(-len(x) * k // len(gate_weight))
    for expert in range(len(gate_weight)):
        rows, places = (part[:capacity] for part in torch.nonzero(chosen == expert, as_tuple=True))
        hidden = torch.relu(x[rows] @ weight_in[expert].T)
        y = y.index_add(0, rows, weights[rows, places][:, None] * (hidden @ weight_out[expert].T))
    return y


def multiplies_the_others_by_zero(x, gate_weight, weight_in, weight_out, k):
    moe_layer(x, gate_weight, weight_in, weight_out, k)
    scores = x @ gate_weight.T
    chosen = best(scores, k)
    dense = torch.zeros_like(scores).scatter(1, chosen, softmax(scores.gather(1, chosen)))
    hidden = torch.relu(torch.einsum("ehd,nd->neh", weight_in, x))
    return torch.einsum("ne,neh,edh->nd", dense, hidden, weight_out)


def overflows(x, gate_weight, weight_in, weight_out, k):
    return mixed(x, gate_weight, weight_in, weight_out, k, weigh=lambda s: s.exp() / s.exp().sum(dim=1, keepdim=True))


def clips_k(x, gate_weight, weight_in, weight_out, k):
    return moe_layer(x, gate_weight, weight_in, weight_out, min(max(k, 1), len(gate_weight)))


def returns_float64(x, gate_weight, weight_in, weight_out, k):
    return moe_layer(x, gate_weight, weight_in, weight_out, k).double()
