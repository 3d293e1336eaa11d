"""The known mistakes of initialization/propagate_moments, as people write them in PyTorch."""

import torch

from solutions.initialization.torch.propagate_moments import propagate_moments

PHI = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda z: z}


def walk(x, weight, std, act, moment=lambda a, z: (a * a).mean(), step=None):
    """The pass through the layers, with another moment or another step for the mistakes below."""
    if act not in PHI:
        raise ValueError("act")
    phi = PHI[act]
    a, moments = x, [moment(x, x)]
    for layer in weight:
        z = std * (a @ layer.T) if step is None else step(a, layer)
        a = phi(z)
        moments.append(moment(a, z))
    return torch.stack(moments)


def takes_the_variance(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: a.var(correction=0))


def measures_before_the_activation(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: (z * z).mean())


def takes_the_root(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: (a * a).mean().sqrt())


def adds_up_the_units(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: (a * a).sum(1).mean())


def squares_the_mean(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: a.mean() ** 2)


def leaves_out_silent_units(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: (a * a).sum() / torch.count_nonzero(a).clamp(min=1))


def feeds_the_input_to_every_layer(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (x @ layer.T))


def repeats_the_first_layer(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (a @ weight[0].T))


def forgets_to_transpose(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (a @ layer))


def ignores_std(x, weight, std, act):
    return walk(x, weight, 1.0, act)


def scales_by_the_variance(x, weight, std, act):
    return walk(x, weight, std * std, act)


def scales_by_the_width_too(x, weight, std, act):
    return walk(x, weight, std / x.shape[1] ** 0.5, act)


def scales_behind_the_activation(x, weight, std, act):
    if act not in PHI:
        raise ValueError("act")
    a, moments = x, [(x * x).mean()]
    for layer in weight:
        a = std * PHI[act](a @ layer.T)
        moments.append((a * a).mean())
    return torch.stack(moments)


def leaves_out_the_input(x, weight, std, act):
    return propagate_moments(x, weight, std, act)[1:]


def returns_float64(x, weight, std, act):
    return propagate_moments(x, weight, std, act).double()


def takes_any_activation(x, weight, std, act):
    return propagate_moments(x, weight, std, act if act in PHI else "identity")
