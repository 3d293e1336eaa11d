# verdict: passed
# style: PyTorch without autograd, the carried gradient is switched on and off by a list of flags, einsum over all steps at the end
import torch


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k < 1:
        raise ValueError(f"k has to be 1 or more, not {k}")
    T = x.shape[1]
    keep = [(t + 1) % k != 0 and t + 1 < T for t in range(T)]

    hs = [h0]
    for t in range(T):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + hs[t] @ weight_hh.T + (bias_ih + bias_hh)))
    h = torch.stack(hs[1:], dim=1)
    h_prev = torch.stack(hs[:-1], dim=1)
    error = h - target
    loss = 0.5 * (error * error).sum()

    slope = 1 - h * h
    deltas = [None] * T
    for t in range(T - 1, -1, -1):
        dh = error[:, t]
        if keep[t]:
            dh = dh + deltas[t + 1] @ weight_hh
        deltas[t] = dh * slope[:, t]
    delta = torch.stack(deltas, dim=1)

    grad_bias = delta.sum(dim=(0, 1))
    return loss, (
        delta @ weight_ih,
        deltas[0] @ weight_hh,
        torch.einsum("nth,ntd->hd", delta, x),
        torch.einsum("nth,ntj->hj", delta, h_prev),
        grad_bias,
        grad_bias.clone(),
    )
