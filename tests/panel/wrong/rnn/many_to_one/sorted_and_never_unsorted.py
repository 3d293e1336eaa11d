# verdict: wrong
# mistake: The batch is sorted by length, longest first, and the logits are returned in that order instead of the order of the batch.
# told: leaves_the_batch_sorted
import torch


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    N, T, _ = x.shape
    if (lengths < 1).any() or (lengths > T).any():
        raise ValueError("lengths must be in 1..T")
    lengths, order = torch.sort(lengths, descending=True, stable=True)
    x = x[order]
    done = []
    h = x.new_zeros(N, weight_hh.shape[0])
    for t in range(T):
        n_active = int((lengths > t).sum())
        if n_active < h.shape[0]:
            done.append(h[n_active:])
            h = h[:n_active]
        if n_active == 0:
            break
        h = torch.tanh(x[:n_active, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
    done.append(h)
    last = torch.cat(done[::-1])
    return last @ weight_out.T + bias_out
