# verdict: wrong
# mistake: At a score of exactly 0 it lets the gradient pass, where the slope of ReLU must be 0.
# told: lets_zero_pass
import numpy as np


def relu_sigmoid_head_grad(x, target):
    p = 1 / (1 + np.exp(-np.maximum(x, 0)))
    return np.where(x < 0, np.zeros_like(x), p - target)
