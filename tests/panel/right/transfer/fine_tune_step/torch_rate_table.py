# verdict: passed
# style: torch, first a table of the rate of each parameter (None for frozen), then one comprehension
import torch


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    def rate(name):
        group = name.split(".")[0]
        if group in frozen:
            return None
        try:
            return float(lrs[group])
        except KeyError:
            raise ValueError(f"lrs: nothing given for group {group}") from None

    rates = {name: rate(name) for name in params}

    def step(name, p, lr):
        if lr is None:
            return torch.clone(p)
        return p - lr * (grads[name] + float(weight_decay) * p)

    return {name: step(name, params[name], lr) for name, lr in rates.items()}
