# verdict: wrong
# mistake: The variance is recomputed as mean of squares minus squared mean, so for a mean far larger than the spread all gradients but the bias's are wrong.
# told: subtracts_two_moments
import torch


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    d = x.shape[-1]
    mean = x.mean(-1, keepdim=True)
    var = ((x * x).mean(-1, keepdim=True) - mean * mean).clamp_min(0)
    rstd = (var + eps).rsqrt()
    x_hat = (x - mean) * rstd
    h = grad_output * weight
    dx = rstd / d * (d * h - h.sum(-1, keepdim=True) - x_hat * (h * x_hat).sum(-1, keepdim=True))
    dweight = (grad_output * x_hat).reshape(-1, d).sum(0)
    dbias = grad_output.reshape(-1, d).sum(0)
    return dx, dweight, dbias
