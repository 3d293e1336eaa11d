# verdict: wrong
# mistake: The slopes of tanh and sigmoid are written as functions of z but are fed with the activation a, so tanh is applied twice.
# told: takes_the_slope_at_the_activation
import numpy as np


def tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def sigmoid_prime(z):
    s = 0.5 * (1 + np.tanh(0.5 * z))
    return s * (1 - s)


def relu_prime(z):
    return (z > 0).astype(z.dtype)


PRIME = {"relu": relu_prime, "tanh": tanh_prime, "sigmoid": sigmoid_prime, "identity": np.ones_like}


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    n_layers = len(params)
    activations = [x] + cache["a"]
    gradients = [None] * n_layers
    grad = grad_output
    for l in range(n_layers, 0, -1):
        phi = out if l == n_layers else hidden
        delta = grad * PRIME[phi](activations[l])
        gradients[l - 1] = (delta.T @ activations[l - 1], delta.sum(axis=0))
        grad = delta @ params[l - 1][0]
    return grad, gradients
