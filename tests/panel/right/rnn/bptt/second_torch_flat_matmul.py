# verdict: passed
# style: torch, deltas kept for all steps, then one product for each weight
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    n, steps, d = x.shape
    hs = [h0]
    for t in range(steps):
        hs.append(torch.tanh(x[:, t] @ weight_ih.mT + bias_ih + hs[-1] @ weight_hh.mT + bias_hh))
    after, before = torch.stack(hs[1:], 1), torch.stack(hs[:-1], 1)
    gap = after - target
    delta = torch.zeros_like(gap)
    back = torch.zeros_like(h0)
    for t in reversed(range(steps)):
        delta[:, t] = (gap[:, t] + back) * (1 - after[:, t] ** 2)
        back = delta[:, t] @ weight_hh
    flat = delta.flatten(0, 1)
    bias = flat.sum(0)
    return 0.5 * gap.square().sum(), (
        delta @ weight_ih,
        back,
        flat.mT @ x.reshape(n * steps, d),
        flat.mT @ before.flatten(0, 1),
        bias,
        bias.clone(),
    )
