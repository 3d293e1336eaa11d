# verdict: forbidden
# mistake: Calls the softmax method of the tensor, which is the forbidden function under another name.
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    shifted = x - torch.amax(x, dim=dim, keepdim=True)
    return (shifted / float(temperature)).softmax(dim)
