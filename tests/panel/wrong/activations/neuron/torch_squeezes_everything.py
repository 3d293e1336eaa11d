# verdict: wrong
# mistake: squeeze() without an axis also removes the batch axis of a single example, so the shape is () in place of (1,).
import torch
import torch.nn.functional as F


def neuron(x, weight, bias, activation):
    z = F.linear(x, weight.unsqueeze(0)).squeeze() + bias
    match activation:
        case "identity":
            return z
        case "step":
            return (z > 0).to(x.dtype)
        case "sigmoid":
            return torch.sigmoid(z)
        case "tanh":
            return torch.tanh(z)
        case "relu":
            return torch.relu(z)
        case _:
            raise ValueError(f"activation has an unknown name: {activation}")
