# verdict: wrong
# mistake: The bias becomes a float32 tensor, in which the softplus underflows at a bias of 110 and the half-life is called infinite.
# told: loses_what_is_added_to_one
import math

import torch


def memory_half_life(forget_bias):
    b = torch.as_tensor(forget_bias, dtype=torch.float32)
    rate = torch.nn.functional.softplus(-b, threshold=40.0)
    return (math.log(2.0) / rate).item()
