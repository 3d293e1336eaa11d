# verdict: wrong
# mistake: A temperature of 0 gives a one-hot vector instead of the ValueError the statement demands.
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature < 0:
        raise ValueError("temperature must not be negative")
    if temperature == 0:
        hot = torch.zeros_like(x)
        return hot.scatter(dim, x.argmax(dim=dim, keepdim=True), 1.0)
    z = x / temperature
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)
