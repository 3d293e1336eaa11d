# verdict: wrong
# mistake: It multiplies dL/dp by p (1 - p) one after the other, which is a division by zero times zero, hence NaN, where p is 1.
# told: divides_zero_by_zero
import numpy as np


def relu_sigmoid_head_grad(x, target):
    z = np.maximum(x, 0)
    p = 1 / (1 + np.exp(-z))
    dl_dp = -target / p + (1 - target) / (1 - p)
    dp_dz = p * (1 - p)
    return np.where(x > 0, dl_dp * dp_dz, np.zeros_like(x))
