# verdict: passed
# style: NumPy, all groups checked first, result written into fresh arrays of the same dtype
import numpy as np


def _group(name):
    head, _, _ = name.partition(".")
    return head


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    kept = set(frozen)
    missing = [g for g in map(_group, params) if g not in kept and g not in lrs]
    if missing:
        raise ValueError(f"lrs has no learning rate for {missing[0]!r}")
    new = {}
    for name, p in params.items():
        out = np.array(p, copy=True)
        group = _group(name)
        if group not in kept:
            decay, rate = p.dtype.type(weight_decay), p.dtype.type(lrs[group])
            out[...] = p - rate * (grads[name] + decay * p)
        new[name] = out
    return new
