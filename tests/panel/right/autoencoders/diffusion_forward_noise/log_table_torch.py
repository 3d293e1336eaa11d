# verdict: passed
# style: PyTorch, table of log alpha-bar in double, expm1 for what is left
import torch


def diffusion_forward_noise(x_0, t, noise, betas):
    T = betas.shape[0]
    if bool(((t < 0) | (t > T)).any()):
        raise ValueError(f"every entry of t must lie between 0 and {T}")
    logs = torch.log1p(-betas.double()).cumsum(dim=0)
    table = torch.cat([logs.new_zeros(1), logs])
    chosen = table[t.long()].reshape((-1,) + (1,) * (x_0.dim() - 1))
    signal = torch.exp(0.5 * chosen).to(x_0.dtype)
    spread = torch.sqrt(-torch.expm1(chosen)).to(x_0.dtype)
    return signal * x_0 + spread * noise
