# verdict: wrong
# mistake: With the identity shortcut the correction is added to x in place, so the input is changed.
# told: overwrites_x
import torch


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    if proj is None and weight2.shape[0] != x.shape[1]:
        raise ValueError("proj must be given when the number of features changes")
    h = torch.relu(x @ weight1.T + bias1)
    f = h @ weight2.T + bias2
    out = x if proj is None else x @ proj.T
    out += f
    return torch.relu(out)
