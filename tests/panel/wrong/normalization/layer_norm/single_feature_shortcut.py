# verdict: wrong
# mistake: With a single feature the row is not normalized but only scaled and shifted, although the output must be the bias.
import torch


def layer_norm(x, weight, bias, eps=1e-5):
    if x.shape[-1] == 1:
        # one number has no spread: nothing to normalize
        return x * weight + bias
    mu = x.mean(-1, keepdim=True)
    centred = x - mu
    var = centred.pow(2).mean(-1, keepdim=True)
    return centred / (var + eps).sqrt() * weight + bias
