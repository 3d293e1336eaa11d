# verdict: wrong
# mistake: the parameters are changed in place, and the caller loses the old ones.
# told: steps_in_place
import torch


def gd_step(params, grads, lr):
    if len(grads) != len(params):
        raise ValueError("grads has the wrong length")
    for p, g in zip(params, grads):
        if p.shape != g.shape:
            raise ValueError("grads has a tensor of the wrong shape")
    with torch.no_grad():
        for p, g in zip(params, grads):
            p.sub_(lr * g)
    return list(params)
