# verdict: passed
# style: torch, closed formula with one helper for the row mean, no autograd
import torch


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    def row_mean(t):
        return t.mean(dim=-1, keepdim=True)

    centred = x - x[..., :1]
    centred = centred - row_mean(centred)
    inv = torch.rsqrt(row_mean(centred * centred) + eps)
    x_hat = centred * inv

    q = grad_output * weight
    dx = inv * (q - row_mean(q) - x_hat * row_mean(q * x_hat))

    features = x.shape[-1]
    dweight = (grad_output * x_hat).reshape(-1, features).sum(dim=0)
    dbias = grad_output.reshape(-1, features).sum(dim=0)
    return dx, dweight, dbias
