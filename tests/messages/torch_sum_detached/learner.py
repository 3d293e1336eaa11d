# grades: activations/softmax
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    # the maximum and the sum are only there for scaling
    biggest = x.amax(dim, keepdim=True).detach()
    e = torch.exp((x - biggest) / temperature)
    total = e.sum(dim, keepdim=True).detach()
    return e / total
