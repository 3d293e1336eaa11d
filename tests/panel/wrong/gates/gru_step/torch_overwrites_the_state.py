# verdict: wrong
# mistake: The new state is written into the tensor h of the caller, which must not be changed.
# told: overwrites_the_state
import torch


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    H = h.shape[1]
    gx = x @ weight_ih.T + bias_ih
    gh = h @ weight_hh.T + bias_hh
    r = torch.sigmoid(gx[:, :H] + gh[:, :H])
    z = torch.sigmoid(gx[:, H:2 * H] + gh[:, H:2 * H])
    if reset_after:
        n = torch.tanh(gx[:, 2 * H:] + r * gh[:, 2 * H:])
    else:
        n = torch.tanh(gx[:, 2 * H:] + (r * h) @ weight_hh[2 * H:].T + bias_hh[2 * H:])
    h.mul_(z).add_((1 - z) * n)
    return h
