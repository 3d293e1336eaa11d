# verdict: passed
# style: PyTorch, addmm and where, mean of squares by hand
import torch


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    pre = torch.addmm(bias_enc, x, weight_enc.t())
    code = torch.where(pre > 0, pre, torch.zeros_like(pre))
    out = torch.addmm(bias_dec, code, weight_dec.t())
    return out, code, (out - x).square().sum() / x.numel()
