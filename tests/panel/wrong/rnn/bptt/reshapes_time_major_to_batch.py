# verdict: wrong
# mistake: the time-major input gradients are reshaped to (N, T, D) instead of transposed, which is right only for a batch of one
# told: reshapes_grad_x
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = sum(0.5 * (hs[t + 1] - target[:, t]).square().sum() for t in range(T))
    gwi, gwh, gb = 0, 0, 0
    carry = torch.zeros_like(h0)
    dx = []
    for t in range(T - 1, -1, -1):
        delta = (hs[t + 1] - target[:, t] + carry) * (1 - hs[t + 1].square())
        gwi = gwi + delta.T @ x[:, t]
        gwh = gwh + delta.T @ hs[t]
        gb = gb + delta.sum(dim=0)
        dx.append(delta @ weight_ih)
        carry = delta @ weight_hh
    dx.reverse()
    grad_x = torch.cat(dx).reshape(N, T, D)
    return loss, (grad_x, carry, gwi, gwh, gb, gb.clone())
