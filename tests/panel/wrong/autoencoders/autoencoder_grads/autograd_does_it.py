# verdict: forbidden
# mistake: Lets PyTorch's autograd compute the gradients, which the statement does not allow.
import torch


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    w = weight.detach().clone().requires_grad_(True)
    b = bias_enc.detach().clone().requires_grad_(True)
    c = bias_dec.detach().clone().requires_grad_(True)
    with torch.enable_grad():
        h = torch.tanh(input @ w.T + b)
        y = h @ w + c
        loss = ((y - target) ** 2).mean()
        dw, db, dc = torch.autograd.grad(loss, [w, b, c])
    return loss.detach(), dw, db, dc
