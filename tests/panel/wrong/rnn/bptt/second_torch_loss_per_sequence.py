# verdict: wrong
# mistake: the loss is averaged over the batch while the gradients are those of the sum.
# told: averages_the_loss_over_the_batch
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    state, seen = h0, []
    for t in range(T):
        old = state
        state = torch.tanh(x[:, t] @ weight_ih.T + bias_ih + old @ weight_hh.T + bias_hh)
        seen.append((old, state))
    loss = sum(((s - target[:, t]) ** 2).sum(dim=-1).mean() for t, (_, s) in enumerate(seen)) / 2
    gx = torch.zeros_like(x)
    gwi, gwh = torch.zeros_like(weight_ih), torch.zeros_like(weight_hh)
    gb = torch.zeros_like(bias_ih)
    carry = torch.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        old, state = seen[t]
        delta = (state - target[:, t] + carry) * (1 - state * state)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ old
        gb += delta.sum(dim=0)
        carry = delta @ weight_hh
    return loss, (gx, carry, gwi, gwh, gb, gb.clone())
