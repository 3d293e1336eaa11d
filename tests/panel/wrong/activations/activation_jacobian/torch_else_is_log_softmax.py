# verdict: wrong
# mistake: The last branch is a bare else, so an unknown name gives the Jacobian of log_softmax and no ValueError.
import torch


def activation_jacobian(x, name):
    n = x.numel()
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return torch.diag(s * (1 - s))
    elif name == "tanh":
        return torch.diag(1 - torch.tanh(x) ** 2)
    elif name == "relu":
        return torch.diag((x > 0).to(x.dtype))
    eye = torch.eye(n, dtype=x.dtype, device=x.device)
    p = torch.softmax(x, dim=0)
    if name == "softmax":
        return p.unsqueeze(1) * (eye - p.unsqueeze(0))
    else:
        return eye - p.unsqueeze(0)
