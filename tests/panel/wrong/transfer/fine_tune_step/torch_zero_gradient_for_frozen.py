# verdict: wrong
# mistake: A frozen group only gets a zero gradient, so weight decay still moves it where lrs has a rate for it.
import torch


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    new = {}
    for name, p in params.items():
        group = name.split(".")[0]
        if group in frozen:
            g = torch.zeros_like(p)
            lr = lrs.get(group, 0.0)
        else:
            if group not in lrs:
                raise ValueError(f"lrs misses group {group}")
            g = grads[name]
            lr = lrs[group]
        new[name] = p - lr * (g + weight_decay * p)
    return new
