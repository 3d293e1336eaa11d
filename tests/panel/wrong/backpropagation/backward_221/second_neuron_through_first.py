# verdict: wrong
# mistake: The gradients of the second neuron's weights end with the path through the first neuron.
# told: copies_the_printed_answer
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def d_sigmoid(z):
    return sigmoid(z) * (1 - sigmoid(z))


def backward_221(x, y, params):
    W, b, v, c = params["weight1"], params["bias1"], params["weight2"], params["bias2"]
    z0 = W[0, 0] * x[0] + W[0, 1] * x[1] + b[0]
    z1 = W[1, 0] * x[0] + W[1, 1] * x[1] + b[1]
    a0, a1 = sigmoid(z0), sigmoid(z1)
    zo = v[0] * a0 + v[1] * a1 + c
    out = sigmoid(zo)
    d = (out - y) * d_sigmoid(zo)
    g00 = d * v[0] * d_sigmoid(z0) * x[0]
    g01 = d * v[0] * d_sigmoid(z0) * x[1]
    g10 = d * v[1] * d_sigmoid(z0) * x[0]
    g11 = d * v[1] * d_sigmoid(z0) * 0
    return {
        "weight1": np.array([[g00, g01], [g10, g11]], dtype=x.dtype),
        "bias1": np.array([d * v[0] * d_sigmoid(z0), d * v[1] * d_sigmoid(z1)], dtype=x.dtype),
        "weight2": np.array([d * a0, d * a1], dtype=x.dtype),
        "bias2": d,
    }
