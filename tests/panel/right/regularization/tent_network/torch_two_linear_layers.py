# verdict: passed
# style: PyTorch, weights and biases of two linear maps, relu between them
import torch
import torch.nn.functional as F


def tent_network(x, k):
    if k < 0:
        raise ValueError("k may not be negative")
    w1 = torch.ones(2, 1, dtype=x.dtype)
    b1 = torch.tensor([0.0, -0.5], dtype=x.dtype)
    w2 = torch.tensor([[2.0, -4.0]], dtype=x.dtype)
    h = x.clone().unsqueeze(-1)
    for _ in range(k):
        h = F.linear(F.relu(F.linear(h, w1, b1)), w2)
    return h.squeeze(-1)
