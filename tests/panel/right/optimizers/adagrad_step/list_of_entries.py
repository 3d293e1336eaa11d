# verdict: passed
# style: list comprehension over the flattened entries with math.sqrt, back to shape and dtype at the end
import math

import numpy as np


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    theta, g, s = (np.ravel(a).tolist() for a in (param, grad, square_sum))
    new_s = [old + slope * slope for old, slope in zip(s, g)]
    new_theta = [p - lr * slope / (math.sqrt(total) + eps) for p, slope, total in zip(theta, g, new_s)]

    def back(values, like):
        return np.array(values, dtype=like.dtype).reshape(like.shape)

    return back(new_theta, param), back(new_s, square_sum)
