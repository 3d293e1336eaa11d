# verdict: passed
# style: PyTorch, whole batch per step, the state is forced to zero in the padding so the backward layer starts fresh
import torch


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    N, T, _ = x.shape
    if bool(((lengths < 1) | (lengths > T)).any()):
        raise ValueError("lengths: every length must be in 1..T")
    real = torch.arange(T, device=x.device).unsqueeze(0) < lengths.unsqueeze(1)
    real = real.unsqueeze(-1)  # N, T, 1
    clean = torch.where(real, x, torch.zeros_like(x))

    def run(order, w_ih, w_hh, b):
        drive = clean @ w_ih.T + b
        zero = x.new_zeros(N, w_hh.shape[0])
        h = zero
        outs = [None] * T
        for t in order:
            h = torch.where(real[:, t], torch.tanh(drive[:, t] + h @ w_hh.T), zero)
            outs[t] = h
        return torch.stack(outs, dim=1)

    forward = run(range(T), weight_ih, weight_hh, bias_ih + bias_hh)
    backward = run(range(T - 1, -1, -1), weight_ih_reverse, weight_hh_reverse, bias_ih_reverse + bias_hh_reverse)
    return torch.cat([forward, backward], dim=-1)
