# verdict: wrong
# mistake: detach() shares memory with the input, so clamp_ changes the caller's tensor.
# told: overwrites_the_input
import torch


def relu(x):
    out = x.detach()
    out.clamp_(min=0)
    return out
