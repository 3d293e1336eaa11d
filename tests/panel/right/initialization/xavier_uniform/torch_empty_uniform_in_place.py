# verdict: passed
# style: torch, empty buffer filled by uniform_ on the generator's device
import math

import torch


def xavier_uniform(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError("shape needs at least two axes")
    weight = torch.empty(tuple(shape), dtype=torch.float64, device=rng.device)
    receptive = weight[0, 0].numel()
    bound = gain * math.sqrt(6 / (receptive * sum(shape[:2])))
    return weight.uniform_(-bound, bound, generator=rng)
