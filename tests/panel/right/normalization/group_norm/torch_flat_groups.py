# verdict: passed
# style: torch, groups as rows of a matrix, channels moved last for the scale
import math

import torch


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[0], x.shape[1]
    if num_groups < 1:
        raise ValueError("num_groups must be at least 1")
    if c % num_groups:
        raise ValueError(f"num_groups must divide the number of channels, but {c} % {num_groups} != 0")
    per_group = math.prod(x.shape[1:]) // num_groups
    rows = x.reshape(n * num_groups, per_group)
    rows = rows - rows[:, :1]
    rows = rows - rows.mean(1, keepdim=True)
    rows = rows / torch.sqrt((rows ** 2).mean(1, keepdim=True) + eps)
    channels_last = rows.reshape(x.shape).movedim(1, -1)
    return (channels_last * weight + bias).movedim(-1, 1).contiguous()
