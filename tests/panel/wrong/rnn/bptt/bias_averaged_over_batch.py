# verdict: wrong
# mistake: the bias gradients take the mean over the batch while they are sums like the others
# told: averages_the_biases_over_the_batch
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    states, h = [], h0
    for x_t in x.unbind(1):
        h = torch.tanh(x_t @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        states.append(h)
    states = torch.stack(states, dim=1)
    before = torch.cat([h0.unsqueeze(1), states[:, :-1]], dim=1)
    err = states - target
    loss = 0.5 * err.pow(2).sum()
    deltas, carry = [], torch.zeros_like(h0)
    for t in range(x.shape[1] - 1, -1, -1):
        d = (err[:, t] + carry) * (1 - states[:, t].pow(2))
        carry = d @ weight_hh
        deltas.insert(0, d)
    delta = torch.stack(deltas, dim=1)
    grad_b = delta.sum(dim=1).mean(dim=0)
    return loss, (
        delta @ weight_ih,
        carry,
        torch.einsum("nth,ntd->hd", delta, x),
        torch.einsum("nth,ntk->hk", delta, before),
        grad_b,
        grad_b.clone(),
    )
