# verdict: wrong
# mistake: The slope of the output sigmoid is left out, as one may only with a cross-entropy gradient by z; grad_output is the gradient by the activation.
# told: forgets_the_slope_of_the_output
import numpy as np


def slope(name, a):
    if name == "relu":
        return np.where(a > 0, 1, 0).astype(a.dtype)
    if name == "tanh":
        return 1 - a**2
    if name == "sigmoid":
        return a * (1 - a)
    return np.ones_like(a)


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    a = cache["a"]
    last = len(params) - 1
    # with a sigmoid output the slope cancels against the loss
    delta = grad_output if out == "sigmoid" else grad_output * slope(out, a[last])
    gradients = []
    for l in range(last, 0, -1):
        gradients.insert(0, (np.dot(delta.T, a[l - 1]), np.sum(delta, axis=0)))
        delta = np.dot(delta, params[l][0]) * slope(hidden, a[l - 1])
    gradients.insert(0, (np.dot(delta.T, x), np.sum(delta, axis=0)))
    return np.dot(delta, params[0][0]), gradients
