# verdict: passed
# style: PyTorch, masked entries set to zero by hand, L1 normalisation
import torch
import torch.nn.functional as F


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("softmax needs temperature > 0")
    masked = torch.isneginf(x)
    top = x.detach().amax(dim, keepdim=True)
    safe = torch.where(masked, top, x)
    weights = torch.exp((safe - top).double() / temperature)
    weights = weights.masked_fill(masked, 0.0)
    return F.normalize(weights, p=1.0, dim=dim).to(dtype=x.dtype)
