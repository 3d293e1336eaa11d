# verdict: wrong
# mistake: Subtracts the maximum of the whole tensor, so a slice far below the largest one underflows; the smallest float added to its sum only hides the 0/0.
# told: hides_a_crushed_slice
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = (x - x.max()) / float(temperature)
    e = torch.exp(z)
    tiny = torch.finfo(x.dtype).tiny
    return e / (e.sum(dim=dim, keepdim=True) + tiny)
