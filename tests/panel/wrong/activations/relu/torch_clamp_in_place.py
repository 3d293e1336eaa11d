# verdict: wrong
# mistake: detach() shares the memory of the input, so the in-place clamp_ changes the input tensor.
# told: overwrites_the_input
import torch


def relu(x):
    y = x.detach() if not x.requires_grad else x.clone()
    return y.clamp_(min=0)
