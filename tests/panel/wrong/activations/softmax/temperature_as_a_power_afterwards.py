# verdict: wrong
# mistake: The temperature is applied as a power to the finished probabilities, so entries that underflowed to 0 stay 0 at high temperature.
# told: takes_a_power_afterwards
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    e = np.exp(x - x.max(axis=dim, keepdims=True))
    p = e / e.sum(axis=dim, keepdims=True)
    # p_i^(1/T), renormalised, is the same as dividing the scores by T
    q = p ** (1.0 / float(temperature))
    return (q / q.sum(axis=dim, keepdims=True)).astype(x.dtype)
