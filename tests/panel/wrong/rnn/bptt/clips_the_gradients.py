# verdict: wrong
# mistake: clips the parameter gradients to [-5, 5] against explosion, as a well-known blog does; the statement wants the gradient itself
# told: clips_the_gradients
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = {-1: h0}
    loss = 0
    for t in range(T):
        hs[t] = torch.tanh(x[:, t] @ weight_ih.T + hs[t - 1] @ weight_hh.T + bias_ih + bias_hh)
        loss = loss + 0.5 * ((hs[t] - target[:, t]) ** 2).sum()
    dWxh, dWhh = torch.zeros_like(weight_ih), torch.zeros_like(weight_hh)
    dbx, dbh = torch.zeros_like(bias_ih), torch.zeros_like(bias_hh)
    dx = torch.zeros_like(x)
    dhnext = torch.zeros_like(h0)
    for t in reversed(range(T)):
        dh = hs[t] - target[:, t] + dhnext
        dhraw = (1 - hs[t] * hs[t]) * dh
        dbx += dhraw.sum(0)
        dbh += dhraw.sum(0)
        dWxh += dhraw.T @ x[:, t]
        dWhh += dhraw.T @ hs[t - 1]
        dx[:, t] = dhraw @ weight_ih
        dhnext = dhraw @ weight_hh
    for dparam in (dWxh, dWhh, dbx, dbh):
        dparam.clamp_(-5, 5)  # mitigate exploding gradients
    return loss, (dx, dhnext, dWxh, dWhh, dbx, dbh)
