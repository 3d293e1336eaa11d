# verdict: wrong
# mistake: An epsilon is added to the denominator, so the probabilities do not add up to 1.
# told: adds_a_small_number_to_the_sum
import numpy as np

EPS = 1e-6


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = (x - x.max(axis=dim, keepdims=True)) / float(temperature)
    e = np.exp(z)
    return e / (e.sum(axis=dim, keepdims=True) + EPS)  # never divide by zero
