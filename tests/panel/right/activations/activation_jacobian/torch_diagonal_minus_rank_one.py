# verdict: passed
# style: PyTorch, every Jacobian as a diagonal minus a product of two vectors
import torch


def activation_jacobian(x, name):
    ones = torch.ones_like(x)
    zeros = torch.zeros_like(x)
    if name == "sigmoid":
        diagonal, left, right = torch.sigmoid(x) * torch.sigmoid(-x), None, None
    elif name == "tanh":
        t = torch.tanh(x)
        diagonal, left, right = (1 - t) * (1 + t), None, None
    elif name == "relu":
        diagonal, left, right = torch.where(x > 0, ones, zeros), None, None
    elif name == "softmax":
        p = x.softmax(dim=0)
        diagonal, left, right = p, p, p
    elif name == "log_softmax":
        diagonal, left, right = ones, ones, x.log_softmax(dim=0).exp()
    else:
        raise ValueError(f"there is no activation with the name {name!r}")
    J = torch.diag(diagonal)
    return J if left is None else J - torch.outer(left, right)
