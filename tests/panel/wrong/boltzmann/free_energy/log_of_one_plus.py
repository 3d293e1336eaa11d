# verdict: wrong
# mistake: Uses log(1 + e) in place of log1p, so the small contribution of a very negative exponent is rounded to 0.
# told: loses_small_contributions
import numpy as np


def free_energy(visible, weight, visible_bias, hidden_bias):
    z = visible @ weight.T + hidden_bias
    softplus = np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z)))
    f = -(visible @ visible_bias) - softplus.sum(axis=-1)
    return f.astype(visible.dtype)
