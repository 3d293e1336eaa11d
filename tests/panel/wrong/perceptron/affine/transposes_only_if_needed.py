# verdict: wrong
# mistake: It guesses the layout from the shapes, so a square weight is taken as (in, out) and not transposed.
import numpy as np


def affine(x, weight, bias):
    d = x.shape[1]
    if weight.shape[0] == d:
        w = weight
    elif weight.shape[1] == d:
        w = weight.T
    else:
        raise ValueError("weight does not fit x")
    if bias.shape != (w.shape[1],):
        raise ValueError("bias must have one number for each neuron")
    return x @ w + bias
