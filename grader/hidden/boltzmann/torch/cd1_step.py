"""The known mistakes of boltzmann/cd1_step, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.cd1_step import cd1_step

sigmoid = torch.sigmoid


def chain(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms):
    """The stops of the chain: p, h, the probabilities of v', v' itself, p'."""
    p = sigmoid(visible @ weight.T + hidden_bias)
    h = (hidden_uniforms < p).to(p)
    q = sigmoid(h @ weight + visible_bias)
    dream = (visible_uniforms < q).to(p)
    return p, h, q, dream, sigmoid(dream @ weight.T + hidden_bias)


def update(args, up, data, again, dream):
    """The update with these averages."""
    _, weight, visible_bias, hidden_bias, _, _, lr = args
    return (
        weight + lr * (up.T @ data - again.T @ dream) / len(data),
        visible_bias + lr * (data - dream).mean(0),
        hidden_bias + lr * (up - again).mean(0),
    )


def descends(*args):
    return cd1_step(*args[:-1], -args[-1])


def sums_over_the_batch(*args):
    return cd1_step(*args[:-1], len(args[0]) * args[-1])


def sums_for_the_biases(*args):
    return cd1_step(*args)[:1] + sums_over_the_batch(*args)[1:]


def ignores_the_learning_rate(*args):
    return cd1_step(*args[:-1], 1.0)


def counts_hidden_states(*args):
    _, h, _, dream, again = chain(*args[:-1])
    return update(args, h, args[0], again, dream)


def drives_with_probabilities(*args):
    visible, weight, visible_bias, hidden_bias, _, visible_uniforms, _ = args
    p = sigmoid(visible @ weight.T + hidden_bias)
    dream = (visible_uniforms < sigmoid(p @ weight + visible_bias)).to(p)
    return update(args, p, visible, sigmoid(dream @ weight.T + hidden_bias), dream)


def reconstructs_with_probabilities(*args):
    p, _, q, _, _ = chain(*args[:-1])
    return update(args, p, args[0], sigmoid(q @ args[1].T + args[3]), q)


def draws_once_more(*args):
    p, _, _, dream, again = chain(*args[:-1])
    return update(args, p, args[0], (args[4] < again).to(p), dream)


def forgets_the_reconstruction(*args):
    p = chain(*args[:-1])[0]
    return update(args, p, args[0], 0 * p, 0 * args[0])


def does_not_go_up_again(*args):
    p, _, _, dream, _ = chain(*args[:-1])
    return update(args, p, args[0], p, dream)


def leaves_the_biases(*args):
    return cd1_step(*args)[0], args[2].clone(), args[3].clone()


def returns_hidden_bias_first(*args):
    weight, visible_bias, hidden_bias = cd1_step(*args)
    return weight, hidden_bias, visible_bias


def drawn(args, on):
    """The update where on(draws, probabilities) says which units come on."""
    p = sigmoid(args[0] @ args[1].T + args[3])
    dream = on(args[5], sigmoid(on(args[4], p).to(p) @ args[1] + args[2])).to(p)
    return update(args, p, args[0], sigmoid(dream @ args[1].T + args[3]), dream)


def compares_the_wrong_way(*args):
    return drawn(args, torch.gt)


def counts_equality(*args):
    return drawn(args, torch.le)


def updates_in_between(*args):
    visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr = args
    p = sigmoid(visible @ weight.T + hidden_bias)
    new = weight + lr * p.T @ visible / len(visible)
    _, _, _, dream, again = chain(visible, new, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms)
    return update(args, p, visible, again, dream)


def overflows(*args):
    e = torch.exp(args[0] @ args[1].T + args[3])
    return tuple(r + 0 * (e / (1 + e)).mean() for r in cd1_step(*args))


def overwrites_weight(*args):
    result = cd1_step(*args)
    args[1].copy_(result[0])
    return result


def returns_float64(*args):
    return tuple(r.double() for r in cd1_step(*args))
