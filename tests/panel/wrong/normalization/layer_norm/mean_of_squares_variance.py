# verdict: wrong
# mistake: The variance is taken as mean of squares minus squared mean, which cancels when the mean is far larger than the spread.
# told: subtracts_two_moments
import numpy as np


def layer_norm(x, weight, bias, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    mean_sq = (x ** 2).mean(axis=-1, keepdims=True)
    var = np.maximum(mean_sq - mu ** 2, 0)
    return (x - mu) / np.sqrt(var + eps) * weight + bias
