# verdict: wrong
# mistake: detach() shares memory with the input, so clamp_ changes the caller's tensor.
import torch


def relu(x):
    out = x.detach()
    out.clamp_(min=0)
    return out
