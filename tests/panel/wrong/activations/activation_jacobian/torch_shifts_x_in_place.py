# verdict: wrong
# mistake: For the stable softmax the maximum is subtracted from x in place, so the caller's tensor is changed.
import torch


def _softmax(z):
    z -= z.max()
    e = torch.exp(z)
    return e / e.sum()


def activation_jacobian(x, name):
    eye = torch.eye(x.shape[0], dtype=x.dtype)
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return eye * (s * (1 - s))
    if name == "tanh":
        return eye * (1 - torch.tanh(x) ** 2)
    if name == "relu":
        return eye * (x > 0).to(x.dtype)
    if name == "softmax":
        p = _softmax(x)
        return torch.diag(p) - torch.outer(p, p)
    if name == "log_softmax":
        return eye - _softmax(x)
    raise ValueError("name is unknown: " + repr(name))
