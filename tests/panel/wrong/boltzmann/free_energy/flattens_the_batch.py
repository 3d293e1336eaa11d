# verdict: wrong
# mistake: All batch axes are flattened into one and not put back.
import torch


def free_energy(visible, weight, visible_bias, hidden_bias):
    single = visible.dim() == 1
    v = visible.reshape(-1, visible.shape[-1])
    z = torch.addmm(hidden_bias, v, weight.t())
    softplus = z.clamp(min=0) + torch.log1p(torch.exp(-z.abs()))
    f = -(v @ visible_bias) - softplus.sum(dim=1)
    return f[0] if single else f
