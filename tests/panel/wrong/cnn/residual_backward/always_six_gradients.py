# verdict: wrong
# mistake: Without a projection it returns six entries with a None at the end, where a tuple of five is asked for.
# told: returns_none_for_no_projection
import numpy as np


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    h = z1 * (z1 > 0)
    z2 = h @ weight2.T + bias2
    z2 = z2 + (x if proj is None else x @ proj.T)
    g = grad_output * (z2 > 0)
    grad_w2 = g.T @ h
    grad_b2 = g.sum(axis=0)
    gh = g @ weight2 * (z1 > 0)
    grad_w1 = gh.T @ x
    grad_b1 = gh.sum(axis=0)
    grad_x = gh @ weight1
    grad_proj = None
    if proj is None:
        grad_x = grad_x + g
    else:
        grad_x = grad_x + g @ proj
        grad_proj = g.T @ x
    return grad_x, grad_w1, grad_b1, grad_w2, grad_b2, grad_proj
