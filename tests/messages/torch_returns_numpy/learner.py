# grades: activations/softmax
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)
    p = e / e.sum(dim, keepdim=True)
    return p.detach().numpy()
