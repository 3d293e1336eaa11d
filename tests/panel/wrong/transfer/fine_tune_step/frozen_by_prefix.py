# verdict: wrong
# mistake: Names are compared with startswith, so freezing "stem" also freezes another group such as "stem2".
# told: compares_the_beginning
import numpy as np


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    new = {}
    for name, value in params.items():
        if any(name.startswith(group) for group in frozen):
            new[name] = value.copy()
            continue
        group = name.split(".")[0]
        if group not in lrs:
            raise ValueError(f"lrs has no entry for the group {group}")
        new[name] = np.asarray(value - lrs[group] * (grads[name] + weight_decay * value), dtype=value.dtype)
    return new
