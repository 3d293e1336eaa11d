# verdict: passed
# style: a tiny reverse-mode engine with closures
import math

import numpy as np


class Value:
    def __init__(self, data, parents=(), local=()):
        self.data, self.parents, self.local, self.grad = float(data), parents, local, 0.0

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def squash(self):
        z = self.data
        s = 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (math.exp(z) + 1)
        return Value(s, (self,), (s * (1 - s),))

    def pull(self, seed):
        self.grad += seed
        for parent, slope in zip(self.parents, self.local):
            parent.pull(seed * slope)


def backward_221(x, y, params):
    inputs = [Value(v) for v in x]
    leaves = {k: np.vectorize(Value, otypes=[object])(v) for k, v in params.items() if k != "bias2"}
    last = Value(params["bias2"])
    hidden = [(leaves["weight1"][j] @ np.array(inputs) + leaves["bias1"][j]).squash() for j in range(2)]
    total = leaves["weight2"][0] * hidden[0] + leaves["weight2"][1] * hidden[1] + last
    out = total.squash()
    out.pull(out.data - y)
    grads = {k: np.array([leaf.grad for leaf in v.flat], dtype=x.dtype).reshape(v.shape) for k, v in leaves.items()}
    grads["bias2"] = last.grad
    return grads
