# verdict: wrong
# mistake: The batch variance is recomputed as E[x^2] - E[x]^2, which cancels when the mean is far larger than the spread.
# told: subtracts_two_moments
import torch


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    n = x.shape[0]
    mu = x.sum(0) / n
    var = torch.relu((x * x).sum(0) / n - mu * mu)
    inv = 1.0 / torch.sqrt(var + eps)
    x_hat = (x - mu) * inv
    dbias = grad_output.sum(0)
    dweight = (grad_output * x_hat).sum(0)
    dx = weight * inv / n * (n * grad_output - dbias - x_hat * dweight)
    return dx, dweight, dbias
