# verdict: wrong
# mistake: Adding the maximum back to the logarithm before subtracting from x loses the small logarithm when the scores are large.
# told: adds_the_maximum_to_the_logarithm
import numpy as np


def log_softmax(x, dim=-1):
    top = np.max(x, axis=dim, keepdims=True)
    log_sum_exp = top + np.log(np.sum(np.exp(x - top), axis=dim, keepdims=True))
    return x - log_sum_exp
