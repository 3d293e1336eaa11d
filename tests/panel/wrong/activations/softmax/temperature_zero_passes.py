# verdict: wrong
# mistake: The check is temperature < 0, so a temperature of exactly 0 raises nothing and gives NaN.
# told: accepts_a_temperature_of_zero
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature < 0:
        raise ValueError(f"temperature must not be negative, got {temperature}")
    shifted = x - np.amax(x, axis=dim, keepdims=True)
    with np.errstate(all="ignore"):
        e = np.exp(shifted / float(temperature))
    return e / np.sum(e, axis=dim, keepdims=True)
