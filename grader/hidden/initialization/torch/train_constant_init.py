"""The known mistakes of initialization/train_constant_init, as people write them in PyTorch."""

import torch

from solutions.initialization.torch.train_constant_init import train_constant_init


def train(x, target, value, hidden, lr, steps, wrong="", frozen=(), start=None):
    """The training, written out with the slips of the mistakes below."""
    p = {"weight1": x.new_full((hidden, x.shape[1]), value), "bias1": x.new_zeros(hidden)}
    p |= {"weight2": x.new_full((1, hidden), value), "bias2": x.new_zeros(1), **(start or {})}
    losses = []
    for step in range(steps + 1):
        z = x @ p["weight1"].T + p["bias1"]
        a = torch.tanh(z)
        error = a @ p["weight2"].T + p["bias2"] - target[:, None]
        losses.append((error**2).mean() / (2 if wrong == "half" else 1))
        if step == steps:
            break
        delta2 = error * (1 if wrong in {"no 2", "half"} else 2) / (1 if wrong == "sum" else len(x))
        gradients = {"weight2": delta2.T @ a, "bias2": delta2.sum(0)}
        above = p["weight2"] - lr * gradients["weight2"] if wrong == "one after the other" else p["weight2"]
        slope = 1 - z * z if wrong == "slope at z" else 1 if wrong == "no slope" else 1 - a * a
        delta1 = delta2 * above * slope
        gradients |= {"weight1": delta1.T @ x, "bias1": delta1.sum(0)}
        rate = -lr if wrong == "sign" else lr
        p = {name: array if name in frozen else array - rate * gradients[name] for name, array in p.items()}
    return {"losses": torch.stack(losses), **p}


def starts_the_biases_at_value(x, target, value, hidden, lr, steps):
    start = {"bias1": x.new_full((hidden,), value), "bias2": x.new_full((1,), value)}
    return train(x, target, value, hidden, lr, steps, start=start)


def breaks_the_symmetry(x, target, value, hidden, lr, steps):
    apart = value * (1 + 0.01 * torch.arange(hidden, dtype=x.dtype))
    start = {"weight1": apart[:, None].repeat(1, x.shape[1]), "weight2": apart[None]}
    return train(x, target, value, hidden, lr, steps, start=start)


def believes_that_nothing_is_learnt(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, 0.0, steps)


def believes_that_no_weight_moves(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, frozen=("weight1", "bias1", "weight2"))


def never_trains_the_biases(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, frozen=("bias1", "bias2"))


def moves_one_layer_after_the_other(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "one after the other")


def forgets_the_two(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "no 2")


def halves_the_loss(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "half")


def forgets_the_mean(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "sum")


def climbs(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "sign")


def forgets_the_hidden_slope(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "no slope")


def takes_the_slope_at_z(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "slope at z")


def leaves_out_the_first_loss(x, target, value, hidden, lr, steps):
    result = train_constant_init(x, target, value, hidden, lr, steps)
    return {**result, "losses": result["losses"][1:]}


def leaves_out_the_last_loss(x, target, value, hidden, lr, steps):
    result = train_constant_init(x, target, value, hidden, lr, steps)
    return {**result, "losses": result["losses"][:-1]}


def returns_float64(x, target, value, hidden, lr, steps):
    return train_constant_init(x.double(), target.double(), value, hidden, lr, steps)
