# verdict: wrong
# mistake: += lets the sum of the caller grow; a new array must be returned and the input left alone.
# told: overwrites_the_sum
import numpy as np


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    square_sum += grad * grad
    adjusted = grad / (np.sqrt(square_sum) + eps)
    return param - lr * adjusted, square_sum
