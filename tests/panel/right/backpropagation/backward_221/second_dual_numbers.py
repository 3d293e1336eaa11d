# verdict: passed
# style: forward mode by hand, every value carries its nine derivatives
import math

import numpy as np


class Dual:
    def __init__(self, value, slopes):
        self.value, self.slopes = value, slopes

    def __add__(self, other):
        return Dual(self.value + other.value, self.slopes + other.slopes)

    def __mul__(self, other):
        return Dual(self.value * other.value, self.slopes * other.value + self.value * other.slopes)

    def sigmoid(self):
        e = math.exp(-abs(self.value))
        s = 1 / (1 + e) if self.value >= 0 else e / (1 + e)
        return Dual(s, s * (1 - s) * self.slopes)


def backward_221(x, y, params):
    flat = [*params["weight1"].ravel(), *params["bias1"], *params["weight2"], params["bias2"]]
    unit = np.eye(9)
    w00, w01, w10, w11, b0, b1, v0, v1, c = (Dual(float(v), unit[i]) for i, v in enumerate(flat))
    x0, x1 = (Dual(float(v), np.zeros(9)) for v in x)
    a0 = (w00 * x0 + w01 * x1 + b0).sigmoid()
    a1 = (w10 * x0 + w11 * x1 + b1).sigmoid()
    out = (v0 * a0 + v1 * a1 + c).sigmoid()
    g = (out.value - y) * out.slopes
    cast = g.astype(x.dtype)
    return {"weight1": cast[:4].reshape(2, 2), "bias1": cast[4:6].copy(), "weight2": cast[6:8].copy(), "bias2": g[8]}
