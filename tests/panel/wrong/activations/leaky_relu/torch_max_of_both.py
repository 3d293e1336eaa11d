# verdict: wrong
# mistake: max(x, a x) is the leaky ReLU for slopes up to 1 only; with slope 2 it turns the two sides around.
# told: takes_the_larger
import torch


def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(x, negative_slope * x)
