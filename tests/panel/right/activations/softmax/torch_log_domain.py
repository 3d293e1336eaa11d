# verdict: passed
# style: PyTorch, normalises in the log domain after the shift, in float64
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("the temperature must be positive")
    biggest = torch.max(x, dim=dim, keepdim=True).values.detach()
    z = (x - biggest).to(torch.float64) / temperature
    logp = z - torch.logsumexp(z, dim=dim, keepdim=True)
    return torch.exp(logp).to(x.dtype)
