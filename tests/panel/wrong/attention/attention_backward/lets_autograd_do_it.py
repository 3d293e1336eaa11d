# verdict: forbidden
# mistake: The gradients come from PyTorch's autograd, which must not be used.
import math

import torch


def attention_backward(grad_output, query, key, value):
    with torch.enable_grad():
        q, k, v = (t.detach().clone().requires_grad_(True) for t in (query, key, value))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        out = torch.softmax(scores, dim=-1) @ v
        grads = torch.autograd.grad(out, (q, k, v), grad_output)
    return tuple(grads)
