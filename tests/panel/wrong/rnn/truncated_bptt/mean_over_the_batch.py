# verdict: wrong
# mistake: Loss and gradients are divided by the number of sequences, but the loss is a sum over the batch without any division.
import torch


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k < 1:
        raise ValueError("k must be positive")
    N, T, _ = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = x.new_zeros(())
    grad_x = torch.zeros_like(x)
    grad_wih = torch.zeros_like(weight_ih)
    grad_whh = torch.zeros_like(weight_hh)
    grad_b = torch.zeros_like(bias_ih)
    carry = torch.zeros_like(h0)
    for t in reversed(range(T)):
        if (t + 1) % k == 0:
            carry = torch.zeros_like(h0)
        diff = hs[t + 1] - target[:, t]
        loss = loss + 0.5 * diff.pow(2).sum() / N
        delta = (diff / N + carry) * (1 - hs[t + 1] ** 2)
        grad_x[:, t] = delta @ weight_ih
        grad_wih += delta.T @ x[:, t]
        grad_whh += delta.T @ hs[t]
        grad_b += delta.sum(0)
        carry = delta @ weight_hh
    return loss, (grad_x, carry, grad_wih, grad_whh, grad_b, grad_b.clone())
