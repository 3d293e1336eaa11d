# verdict: wrong
# mistake: The slope is multiplied into the gradient in place, so the caller's grad_output is changed in the last layer.
import numpy as np


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    activations = [x, *cache["a"]]
    gradients = []
    delta = grad_output
    for number in range(len(params), 0, -1):
        a = activations[number]
        name = out if number == len(params) else hidden
        if name == "relu":
            delta *= a > 0
        elif name == "tanh":
            delta *= 1 - a * a
        elif name == "sigmoid":
            delta *= a * (1 - a)
        gradients.append((delta.T @ activations[number - 1], delta.sum(axis=0)))
        delta = delta @ params[number - 1][0]
    gradients.reverse()
    return delta, gradients
