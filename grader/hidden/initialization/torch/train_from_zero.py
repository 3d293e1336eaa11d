"""The known mistakes of initialization/train_from_zero, as people write them in PyTorch."""

import torch

from solutions.initialization.torch.train_from_zero import train_from_zero


def train(x, target, hidden, act, lr, steps, start=0.0, frozen=(), wrong=""):
    """The training, written out for any start, with the slips of the mistakes below."""
    if act not in {"tanh", "relu", "sigmoid"}:
        raise ValueError("act")
    shapes = {"weight1": (hidden, x.shape[1]), "bias1": (hidden,), "weight2": (1, hidden), "bias2": (1,)}
    p = {name: x.new_full(shape, start if "weight" in name else 0.0) for name, shape in shapes.items()}
    logits = torch.zeros_like(target)
    for _ in range(steps):
        a = getattr(torch, act)(x @ p["weight1"].T + p["bias1"])
        slope = {"tanh": 1 - a * a, "relu": a > 0, "sigmoid": a * (1 - a)}[act]
        logits = (a @ p["weight2"].T + p["bias2"])[:, 0]
        out = torch.sigmoid(logits)[:, None]
        delta2 = (out - target[:, None]) / (1 if wrong == "sum" else len(x))
        delta2 = delta2 * out * (1 - out) if wrong == "squared error" else delta2
        gradients = {"weight2": delta2.T @ a, "bias2": delta2.sum(0)}
        above = p["weight2"] - lr * gradients["weight2"] if wrong == "one after the other" else p["weight2"]
        delta1 = delta2 * above * (1 if wrong == "no slope" else slope)
        gradients |= {"weight1": delta1.T @ x, "bias1": delta1.sum(0)}
        rate = -lr if wrong == "sign" else lr
        p = {name: value if name in frozen else value - rate * gradients[name] for name, value in p.items()}
    if wrong != "stale":
        logits = (getattr(torch, act)(x @ p["weight1"].T + p["bias1"]) @ p["weight2"].T + p["bias2"])[:, 0]
    loss = torch.nn.functional.softplus(logits) - target * logits
    return {"loss": loss.mean(), "predictions": torch.sigmoid(logits), **p}


def starts_at_a_hundredth(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, start=0.01)


def believes_that_nothing_moves(x, target, hidden, act, lr, steps):
    return train_from_zero(x, target, hidden, act, lr, 0)


def believes_that_no_weight_moves(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, frozen=("weight1", "bias1", "weight2"))


def never_trains_the_biases(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, frozen=("bias1", "bias2"))


def moves_one_layer_after_the_other(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="one after the other")


def forgets_the_mean(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="sum")


def climbs(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="sign")


def keeps_the_slope_of_the_output(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="squared error")


def forgets_the_hidden_slope(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="no slope")


def reports_before_the_last_step(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="stale")


def takes_one_step_too_few(x, target, hidden, act, lr, steps):
    return train_from_zero(x, target, hidden, act, lr, steps - 1)


def ignores_act(x, target, hidden, act, lr, steps):
    train_from_zero(x, target, hidden, act, lr, 0)
    return train_from_zero(x, target, hidden, "sigmoid", lr, steps)


def takes_the_logarithm_of_zero(x, target, hidden, act, lr, steps):
    result = train_from_zero(x, target, hidden, act, lr, steps)
    p = result["predictions"]
    return {**result, "loss": -(target * torch.log(p) + (1 - target) * torch.log(1 - p)).mean()}


def clips_the_probabilities(x, target, hidden, act, lr, steps):
    result = train_from_zero(x, target, hidden, act, lr, steps)
    p = result["predictions"].clamp(1e-7, 1 - 1e-7)
    return {**result, "loss": -(target * torch.log(p) + (1 - target) * torch.log(1 - p)).mean()}


def adds_up_the_loss(x, target, hidden, act, lr, steps):
    result = train_from_zero(x, target, hidden, act, lr, steps)
    return {**result, "loss": result["loss"] * len(x)}


def returns_float64(x, target, hidden, act, lr, steps):
    return train_from_zero(x.double(), target.double(), hidden, act, lr, steps)


def takes_any_activation(x, target, hidden, act, lr, steps):
    return train_from_zero(x, target, hidden, act if act in {"tanh", "relu", "sigmoid"} else "tanh", lr, steps)
