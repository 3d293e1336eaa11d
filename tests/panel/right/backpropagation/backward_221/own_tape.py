# verdict: passed
# style: a tiny scalar autograd engine in the manner of micrograd
import math

import numpy as np


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = float(data), parents, 0.0

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def sigmoid(self):
        e = math.exp(-abs(self.data))
        s = 1 / (1 + e) if self.data >= 0 else e / (1 + e)
        return Value(s, ((self, s * (1 - s)),))

    def push(self, upstream):
        self.grad += upstream
        for parent, local in self.parents:
            parent.push(upstream * local)


def backward_221(x, y, params):
    xs = [Value(v) for v in x]
    W = [[Value(v) for v in row] for row in params["weight1"]]
    b = [Value(v) for v in params["bias1"]]
    v = [Value(u) for u in params["weight2"]]
    c = Value(params["bias2"])
    hidden = [(W[j][0] * xs[0] + W[j][1] * xs[1] + b[j]).sigmoid() for j in range(2)]
    out = (v[0] * hidden[0] + v[1] * hidden[1] + c).sigmoid()
    out.push(out.data - float(y))
    return {
        "weight1": np.array([[w.grad for w in row] for row in W], dtype=x.dtype),
        "bias1": np.array([u.grad for u in b], dtype=x.dtype),
        "weight2": np.array([u.grad for u in v], dtype=x.dtype),
        "bias2": c.grad,
    }
