# verdict: wrong
# mistake: Frozen parameters are passed on as the very same arrays, but the result must have new arrays also where nothing has changed.
# told: hands_back_what_is_frozen
import numpy as np


def fine_tune_step(params, grads, frozen, lrs, weight_decay=0.0):
    new = dict(params)
    for name in params:
        group = name.split(".", 1)[0]
        if group in frozen:
            continue
        if group not in lrs:
            raise ValueError(f"lrs: group {group!r} is neither frozen nor listed")
        p = params[name]
        gradient = grads[name] + weight_decay * p
        new[name] = np.asarray(p - lrs[group] * gradient, dtype=p.dtype)
    return new
