# verdict: passed
# style: torch, the six equations of the paper one after the other, all terms kept
import torch


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    m = x.shape[0]
    shifted = x - x[:1]
    diff = shifted - shifted.mean(0, keepdim=True)
    var = diff.pow(2).mean(0)
    root = (var + eps).sqrt()
    x_hat = diff / root

    dl_dxhat = grad_output * weight
    dl_dvar = (dl_dxhat * diff).sum(0) * (-0.5) / (root * root * root)
    dl_dmu = -dl_dxhat.sum(0) / root + dl_dvar * (-2.0) * diff.sum(0) / m
    dl_dx = dl_dxhat / root + dl_dvar * 2.0 * diff / m + dl_dmu / m
    dl_dgamma = torch.einsum("nd,nd->d", grad_output, x_hat)
    dl_dbeta = grad_output.sum(0)
    return dl_dx, dl_dgamma, dl_dbeta
