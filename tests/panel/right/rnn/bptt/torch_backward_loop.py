# verdict: passed
# style: PyTorch, explicit backward loop with lists, stacked sums at the end, the loss a 0-d tensor
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    like = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    kind = target.dtype
    for a in like:
        kind = torch.promote_types(kind, a.dtype)
    x_, h_, wi, wh, bi, bh = (a.to(kind) for a in like)
    y = target.to(kind)
    hs = [h_]
    for t in range(x.shape[1]):
        hs.append(torch.tanh(x_[:, t] @ wi.T + bi + hs[-1] @ wh.T + bh))
    h = torch.stack(hs[1:], dim=1)
    prev = torch.stack(hs[:-1], dim=1)
    err = h - y
    loss = 0.5 * (err**2).sum()
    carry = torch.zeros_like(h_)
    deltas = []
    for t in range(x.shape[1] - 1, -1, -1):
        delta = (err[:, t] + carry) * (1 - h[:, t] ** 2)
        carry = delta @ wh
        deltas.append(delta)
    d = torch.stack(deltas[::-1], dim=1)
    grads = (
        d @ wi,
        carry,
        torch.einsum("nth,ntd->hd", d, x_),
        torch.einsum("nth,ntk->hk", d, prev),
        d.sum(dim=(0, 1)),
        d.sum(dim=(0, 1)),
    )
    return loss, tuple(g.to(a.dtype) for g, a in zip(grads, like))
