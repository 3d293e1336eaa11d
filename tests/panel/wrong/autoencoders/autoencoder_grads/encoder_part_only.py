# verdict: wrong
# mistake: The gradient of the tied weight has only the part that comes through the encoder.
# told: forgets_the_decoder
import torch


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    h = torch.tanh(input @ weight.T + bias_enc)
    y = h @ weight + bias_dec
    diff = y - target
    loss = (diff**2).mean()
    dy = 2 * diff / diff.numel()
    dh = dy @ weight.T
    da = dh * (1 - h**2)
    return loss, da.T @ input, da.sum(0), dy.sum(0)
