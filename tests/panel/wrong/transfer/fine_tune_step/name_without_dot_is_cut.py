# verdict: raised
# mistake: find gives -1 where a name has no dot, so the group loses its last letter and is then not found in lrs.
import numpy as np


def group_of(name):
    return name[: name.find(".")]


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    result = {}
    for name, p in params.items():
        g = group_of(name)
        if g in frozen:
            result[name] = p.copy()
        elif g in lrs:
            update = lrs[g] * (grads[name] + weight_decay * p)
            result[name] = np.asarray(p - update).astype(p.dtype)
        else:
            raise ValueError(f"lrs has no learning rate for group {g}")
    return result
