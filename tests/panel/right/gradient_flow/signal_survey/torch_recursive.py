# verdict: passed
# style: PyTorch, one recursion goes forward on its way down and backward on its way up
import torch


def _rms(a):
    return a.pow(2).mean().sqrt()


def signal_survey(x, normals, grad_output, activation, scheme):
    if scheme == "xavier":
        weights = [n * (2 / (n.shape[0] + n.shape[1])) ** 0.5 for n in normals]
    elif scheme == "he":
        weights = [n * (2 / n.shape[1]) ** 0.5 for n in normals]
    else:
        raise ValueError(f"scheme must be 'xavier' or 'he', got {scheme!r}")

    if activation == "sigmoid":
        f = torch.sigmoid
        slope = lambda z: torch.sigmoid(z) * torch.sigmoid(-z)
    elif activation == "tanh":
        f = torch.tanh
        slope = lambda z: 1 - torch.tanh(z).square()
    elif activation == "relu":
        f = lambda z: z.clamp(min=0)
        slope = lambda z: (z > 0).to(z.dtype)
    else:
        raise ValueError(f"activation must be 'sigmoid', 'tanh' or 'relu', got {activation!r}")

    forward, backward = [], []

    def visit(layer, h):
        forward.append(_rms(h))
        if layer == len(weights):
            g = grad_output
        else:
            z = h @ weights[layer].T
            g = (visit(layer + 1, f(z)) * slope(z)) @ weights[layer]
        backward.append(_rms(g))
        return g

    visit(0, x)
    return {"forward": torch.stack(forward), "backward": torch.stack(backward[::-1])}
