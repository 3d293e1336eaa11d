# grades: activations/softmax
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    z = (x - x.amax(dim, keepdim=True)) / temperature
    e = torch.exp(z)
    return (e / e.sum(dim, keepdim=True)).detach()
