# verdict: wrong
# mistake: Each neuron gets both biases, one for each of its weights, instead of its own one.
# told: adds_both_biases_to_both_neurons
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def forward_221(x, params):
    W, b = params["weight1"], params["bias1"]
    z0 = W[0, 0] * x[0] + b[0] + W[0, 1] * x[1] + b[1]
    z1 = W[1, 0] * x[0] + b[0] + W[1, 1] * x[1] + b[1]
    z = np.array([z0, z1], dtype=x.dtype)
    a = sigmoid(z).astype(x.dtype)
    z2 = params["weight2"][0] * a[0] + params["weight2"][1] * a[1] + params["bias2"]
    return {"z1": z, "a1": a, "z2": z2, "y_hat": sigmoid(z2)}
