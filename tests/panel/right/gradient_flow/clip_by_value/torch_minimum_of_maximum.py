# verdict: passed
# style: PyTorch, the formula as it stands, with 0-d tensors as limits, in a list comprehension
import torch


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError(f"clip_value = {clip_value} is below 0")

    def one(g):
        c = torch.as_tensor(clip_value, dtype=g.dtype, device=g.device)
        return torch.minimum(torch.maximum(g, -c), c)

    return [one(g) for g in grads]
