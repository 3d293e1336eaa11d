# verdict: passed
# style: PyTorch, first all deltas from z, then all gradients in a comprehension
import torch


def _through(name, z, grad):
    if name == "relu":
        return torch.where(z > 0, grad, torch.zeros_like(grad))
    if name == "tanh":
        return grad * (1 - torch.tanh(z) ** 2)
    if name == "sigmoid":
        return grad * torch.sigmoid(z) * torch.sigmoid(-z)
    return grad


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    depth = len(params)
    names = [hidden] * (depth - 1) + [out]
    deltas = []
    grad = grad_output
    for layer in reversed(range(depth)):
        delta = _through(names[layer], cache["z"][layer], grad)
        deltas.insert(0, delta)
        grad = torch.matmul(delta, params[layer][0])
    inputs = [x, *cache["a"][:-1]]
    gradients = [(torch.matmul(d.T, a), d.sum(dim=0)) for d, a in zip(deltas, inputs)]
    return grad, gradients
