# verdict: wrong
# mistake: The 2-norm of a matrix is its largest singular value, not the root of the sum of squares; for a single row both agree.
# told: takes_the_spectral_norm
import torch


def backprop_norms(weights, pre_activations, grad_output, activation):
    def slope(z):
        if activation == "identity":
            return torch.ones_like(z)
        if activation == "relu":
            return (z > 0).to(z.dtype)
        if activation == "tanh":
            return 1 - torch.tanh(z) ** 2
        if activation == "sigmoid":
            s = torch.sigmoid(z)
            return s * (1 - s)
        raise ValueError(f"activation not supported: {activation}")

    grad = grad_output
    norms = [torch.linalg.norm(grad, ord=2)]
    for w, z in zip(reversed(weights), reversed(pre_activations)):
        grad = (grad * slope(z)) @ w
        norms.append(torch.linalg.norm(grad, ord=2))
    return torch.stack(norms[::-1])
