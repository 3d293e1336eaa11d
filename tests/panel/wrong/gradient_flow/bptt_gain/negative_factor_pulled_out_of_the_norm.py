# verdict: wrong
# mistake: The factor of the updates is pulled out of the norm without its absolute value, so gains come out negative once lr times weight_decay exceeds 1.
import numpy as np


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError("time_steps must not be negative")
    factor = (1 - lr * weight_decay) ** updates
    gains = np.ones(time_steps + 1, dtype=weight_hh.dtype)
    power = np.eye(weight_hh.shape[0], dtype=weight_hh.dtype)
    for t in range(1, time_steps + 1):
        power = power @ weight_hh
        gains[t] = factor**t * np.linalg.norm(power, ord=2)
    return gains
