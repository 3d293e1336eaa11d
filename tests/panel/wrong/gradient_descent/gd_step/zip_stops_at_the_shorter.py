# verdict: wrong
# mistake: the lengths of the two lists are not compared; zip silently drops what is left over.
# told: stops_at_the_shorter_list
import numpy as np


def gd_step(params, grads, lr):
    new = []
    for p, g in zip(params, grads):
        if p.shape != g.shape:
            raise ValueError(f"grads: shape {g.shape} does not fit parameter of shape {p.shape}")
        new.append(np.asarray(p - lr * g, dtype=p.dtype))
    return new
