# verdict: wrong
# mistake: Every input channel is biased and rectified on its own before the sum; the sum over all channels comes first, then one bias and one ReLU.
# told: adds_the_bias_for_each_channel
import torch
import torch.nn.functional as F


def conv_relu_block(x, weight, bias, padding=0):
    if x.shape[1] != weight.shape[1]:
        raise ValueError("number of channels of x and weight must agree")
    x = F.pad(x, (padding, padding, padding, padding))
    kh, kw = weight.shape[2:]
    out = 0
    for c in range(x.shape[1]):
        windows = x[:, c].unfold(1, kh, 1).unfold(2, kw, 1)  # N OH OW KH KW
        z = torch.einsum("nijuv,ouv->noij", windows, weight[:, c])
        out = out + torch.relu(z + bias.view(1, -1, 1, 1))
    return out
