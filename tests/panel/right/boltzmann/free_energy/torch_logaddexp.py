# verdict: passed
# style: PyTorch, logaddexp with zero, einsum for both products
import torch


def free_energy(visible, weight, visible_bias, hidden_bias):
    weight, visible_bias, hidden_bias = (t.to(visible.dtype) for t in (weight, visible_bias, hidden_bias))
    into_hidden = torch.einsum("...v,hv->...h", visible, weight) + hidden_bias
    log_factors = torch.logaddexp(into_hidden, torch.zeros_like(into_hidden))
    return -torch.einsum("...v,v->...", visible, visible_bias) - log_factors.sum(dim=-1)
