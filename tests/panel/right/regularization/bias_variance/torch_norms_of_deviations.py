# verdict: passed
# style: PyTorch, two passes in double, squared norms by einsum, 0-dimensional tensors that carry gradients
import torch


def bias_variance(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError("noise_var must not be below 0")
    p = preds.double()
    r, n = p.shape
    average = torch.einsum("rn->n", p) / r
    off = average - f_true.double()
    spread = p - average
    bias2 = torch.einsum("n,n->", off, off) / n
    variance = torch.einsum("rn,rn->", spread, spread) / (r * n)
    parts = {"bias2": bias2, "variance": variance, "mse": bias2 + variance + noise_var}
    return {key: value.to(preds.dtype) for key, value in parts.items()}
