# verdict: wrong
# mistake: the delta goes back through W_hh instead of its transpose (the row form multiplies by weight_hh.T)
# told: transposes_weight_hh_on_the_way_back
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.5 * sum(((hs[t + 1] - target[:, t]) ** 2).sum() for t in range(T))
    gwi, gwh, gb = torch.zeros_like(weight_ih), torch.zeros_like(weight_hh), torch.zeros_like(bias_ih)
    gx = [None] * T
    back = torch.zeros_like(h0)
    for t in reversed(range(T)):
        delta = (hs[t + 1] - target[:, t] + back) * (1 - hs[t + 1] ** 2)
        gwi = gwi + delta.T @ x[:, t]
        gwh = gwh + delta.T @ hs[t]
        gb = gb + delta.sum(0)
        gx[t] = delta @ weight_ih
        back = delta @ weight_hh.T
    return loss, (torch.stack(gx, 1), back, gwi, gwh, gb, gb.clone())
