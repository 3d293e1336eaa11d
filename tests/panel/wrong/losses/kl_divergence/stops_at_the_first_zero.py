# verdict: wrong
# mistake: The loop over the outcomes breaks at the first zero of the target instead of skipping it, so everything behind it is lost.
import math

import numpy as np


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError("target needs the shape of input")
    n, c = input.shape
    total = 0.0
    grad = np.zeros_like(input)
    for i in range(n):
        for k in range(c):
            t, x = float(target[i, k]), float(input[i, k])
            if t == 0:
                break
            if x == 0:
                total = math.inf
                grad[i, k] = -math.inf
            else:
                total += t * math.log(t / x)
                grad[i, k] = -t / x / n
    return input.dtype.type(total / n), grad
