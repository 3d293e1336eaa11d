# verdict: wrong
# mistake: The first rows of the batch are taken as the active ones, as if lengths were sorted in decreasing order.
import torch


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    if lengths.min() < 1 or lengths.max() > T:
        raise ValueError("lengths out of range")
    active = [int((lengths > t).sum()) for t in range(T)]

    def direction(steps, w_ih, w_hh, b_ih, b_hh):
        state = x.new_zeros(N, H)
        columns = {}
        for t in steps:
            m = active[t]
            new = torch.tanh(x[:m, t] @ w_ih.T + b_ih + state[:m] @ w_hh.T + b_hh)
            state = torch.cat([new, x.new_zeros(N - m, H)])
            columns[t] = state
        return torch.stack([columns[t] for t in range(T)], dim=1)

    fwd = direction(range(T), weight_ih, weight_hh, bias_ih, bias_hh)
    bwd = direction(reversed(range(T)), weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse)
    return torch.cat((fwd, bwd), dim=2)
