# verdict: wrong
# mistake: Exponents are clipped at 500 against overflow, so the free energy is wrong for every larger one.
import numpy as np


def free_energy(visible, weight, visible_bias, hidden_bias):
    dtype = visible.dtype
    visible = visible.astype(np.float64)
    act = np.clip(visible @ weight.T + hidden_bias, -500, 500)
    hidden_term = np.log1p(np.exp(act)).sum(axis=-1)
    vbias_term = visible @ visible_bias
    return (-vbias_term - hidden_term).astype(dtype)
