# verdict: passed
# style: the inequality itself in a nested list comprehension
import numpy as np


def causal_mask(length, past=0):
    return np.array([[j <= i + past for j in range(past + length)] for i in range(length)], dtype=bool)
