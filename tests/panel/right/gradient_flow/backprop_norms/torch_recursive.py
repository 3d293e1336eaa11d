# verdict: passed
# style: PyTorch, recursion over the layers that puts its own length behind those of the layers before
import torch

SLOPES = {
    "identity": lambda z: torch.ones_like(z),
    "relu": lambda z: torch.where(z > 0, torch.ones_like(z), torch.zeros_like(z)),
    "tanh": lambda z: 1 - torch.tanh(z) ** 2,
    "sigmoid": lambda z: torch.sigmoid(z) * torch.sigmoid(-z),
}


def backprop_norms(weights, pre_activations, grad_output, activation):
    if activation not in SLOPES:
        raise ValueError(f"activation must be one of {list(SLOPES)}, got {activation!r}")
    slope = SLOPES[activation]

    def lengths(layer, grad):
        own = [torch.linalg.vector_norm(grad)]
        if layer == 0:
            return own
        before = (grad * slope(pre_activations[layer - 1])) @ weights[layer - 1]
        return lengths(layer - 1, before) + own

    return torch.stack(lengths(len(weights), grad_output))
