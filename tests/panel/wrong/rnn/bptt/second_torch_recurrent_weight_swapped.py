# verdict: wrong
# mistake: the gradient of W_hh comes out transposed, (from, to) where the weight is (to, from).
# told: transposes_the_gradient_of_weight_hh
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    hs = [h0]
    for t in range(x.shape[1]):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    h = torch.stack(hs, dim=1)
    error = h[:, 1:] - target
    slope = 1 - h[:, 1:] ** 2
    deltas, carry = [], torch.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        deltas.insert(0, (error[:, t] + carry) * slope[:, t])
        carry = deltas[0] @ weight_hh
    delta = torch.stack(deltas, dim=1)
    grad_bias = delta.sum(dim=(0, 1))
    return 0.5 * (error**2).sum(), (
        torch.einsum("nth,hd->ntd", delta, weight_ih),
        carry,
        torch.einsum("ntd,nth->hd", x, delta),
        torch.einsum("ntj,nti->ji", h[:, :-1], delta),
        grad_bias,
        grad_bias.clone(),
    )
