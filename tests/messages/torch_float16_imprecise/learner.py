# grades: activations/softmax
# dtype: float16
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)
    # so that small numbers are not lost when they are added to large ones
    total = (e * 2**16).sum(dim, keepdim=True) / 2**16
    return e / total
