# verdict: passed
# style: PyTorch, amax, where and round in three lines
import torch


def int8_quantize(x):
    largest = x.abs().amax(dim=1, keepdim=True)
    scale = torch.where(largest == 0, torch.ones_like(largest), largest / 127)
    q = torch.clamp(torch.round(x / scale), -127, 127)
    return q.to(torch.int8), scale
