# verdict: passed
# style: python list of single draws, a magnitude and a coin for the sign, reshaped at the end
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    shape = tuple(shape)
    if len(shape) < 2:
        raise ValueError(f"shape must be (out, in, *kernel), got {shape}")
    places = 1
    for k in shape[2:]:
        places *= k
    bound = gain * (6.0 / (places * (shape[0] + shape[1]))) ** 0.5
    entries = []
    for _ in range(places * shape[0] * shape[1]):
        size = bound * rng.random()
        entries.append(size if rng.random() < 0.5 else -size)
    return np.array(entries, dtype=np.float64).reshape(shape)
