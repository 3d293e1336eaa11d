# verdict: passed
# style: torch, shift by the first feature, var_mean without correction, rsqrt, addcmul
import torch


def layer_norm(x, weight, bias, eps=1e-5):
    shifted = x - x[..., :1]
    var, mean = torch.var_mean(shifted, dim=-1, correction=0, keepdim=True)
    x_hat = (shifted - mean) * torch.rsqrt(var + eps)
    return torch.addcmul(bias, x_hat, weight)
