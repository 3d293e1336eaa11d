# grades: activations/softmax
# dtype: float16
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    z = x.masked_fill(x == -torch.inf, -1e9)
    e = torch.exp((z - z.amax(dim, keepdim=True)) / temperature)
    return e / e.sum(dim, keepdim=True)
