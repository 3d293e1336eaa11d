# grades: activations/relu
import torch


def relu(x):
    x[x < 0] = 0
    return x
