# verdict: passed
# style: plain Python functions of one number with the math module, filled in one by one
import math

import numpy as np


def sigmoid(v):
    if v < 0:
        return math.exp(v) / (1 + math.exp(v))
    return 1 / (1 + math.exp(-v))


def softplus(v):
    return max(v, 0.0) + math.log1p(math.exp(-abs(v)))


SCALAR = {
    "step": lambda v: 1.0 if v > 0 else 0.0,
    "sigmoid": sigmoid,
    "tanh": math.tanh,
    "relu": lambda v: v if v > 0 else 0.0,
    "leaky_relu": lambda v: v if v > 0 else 0.01 * v,
    "elu": lambda v: v if v > 0 else math.expm1(v),
    "softplus": softplus,
    "swish": lambda v: v * sigmoid(v),
    "gelu": lambda v: v * 0.5 * math.erfc(-v / math.sqrt(2)),
}


def activation(x, name):
    if name not in SCALAR:
        raise ValueError(f"name must be one of {', '.join(SCALAR)}")
    f = SCALAR[name]
    out = np.empty(x.shape, dtype=x.dtype)
    for index, v in np.ndenumerate(x):
        out[index] = f(float(v))
    return out
