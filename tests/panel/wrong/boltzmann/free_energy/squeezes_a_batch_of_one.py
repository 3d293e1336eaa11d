# verdict: wrong
# mistake: Squeezes the result, so a batch with an axis of length 1 loses that axis.
import numpy as np


def free_energy(visible, weight, visible_bias, hidden_bias):
    v = np.atleast_2d(visible)
    z = np.einsum("...i,ji->...j", v, weight) + hidden_bias
    hidden_part = np.sum(np.logaddexp(0, z), axis=-1)
    visible_part = np.sum(v * visible_bias, axis=-1)
    return np.squeeze(-visible_part - hidden_part).astype(visible.dtype)[()]
