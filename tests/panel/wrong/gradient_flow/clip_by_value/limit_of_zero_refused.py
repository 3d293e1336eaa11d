# verdict: raised
# mistake: A limit of 0 is refused with an error, although it is allowed and makes every number 0.
# told: refuses_zero
import numpy as np


def clip_by_value(grads, clip_value):
    if not clip_value > 0:
        raise ValueError(f"clip_value has to be positive, got {clip_value}")
    return [np.asarray(np.clip(g, -clip_value, clip_value)).astype(g.dtype) for g in grads]
