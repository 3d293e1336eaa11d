# verdict: passed
# style: PyTorch, amax with keepdim
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"temperature must be > 0, not {temperature}")
    z = (x - x.amax(dim=dim, keepdim=True)) / float(temperature)
    e = z.exp()
    return e / e.sum(dim=dim, keepdim=True)
