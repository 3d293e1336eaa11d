# verdict: passed
# style: PyTorch, in-place bernoulli_ on an empty tensor
import torch


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p has to be between 0 and 1")
    mask = torch.empty(shape, dtype=torch.double).bernoulli_(1 - p, generator=rng)
    if p < 1:
        mask.div_(1 - p)
    return mask
