# verdict: wrong
# mistake: Mean and variance are taken over all axes after the first one, so with (batch, time, features) the statistics are averaged over time.
# told: normalizes_over_the_sequence_too
import torch


def layer_norm(x, weight, bias, eps=1e-5):
    # keep the batch axis, normalize each sample
    dims = tuple(range(1, x.dim())) if x.dim() > 1 else (0,)
    mu = x.mean(dim=dims, keepdim=True)
    var = ((x - mu) ** 2).mean(dim=dims, keepdim=True)
    x_hat = (x - mu) / torch.sqrt(var + eps)
    return x_hat * weight + bias
