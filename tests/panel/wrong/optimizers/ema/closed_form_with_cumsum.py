# verdict: wrong
# mistake: The scan divides by beta to the power t, which underflows to zero for long series or small beta (and is 0/0 for beta = 0), so that the result has nan or inf.
import numpy as np


def ema(x, beta, bias_correction=True):
    if not 0 <= beta < 1:
        raise ValueError(f"beta must be in [0, 1), got {beta}")
    T = x.shape[0]
    t = np.arange(1, T + 1).reshape((T,) + (1,) * (x.ndim - 1))
    # m_t = (1 - beta) * beta^t * sum_s x_s / beta^s
    powers = float(beta) ** t
    m = (1 - beta) * powers * np.cumsum(x / powers, axis=0)
    if bias_correction:
        m = m / (1 - powers)
    return m.astype(x.dtype)
