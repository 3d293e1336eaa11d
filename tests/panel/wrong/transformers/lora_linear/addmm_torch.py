# verdict: raised
# mistake: Uses torch.addmm, which takes matrices only, so a single vector or a batch of sequences crashes.
import torch


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    r = lora_a.shape[0]
    base = torch.addmm(bias, x, weight.t())
    return torch.addmm(base, x @ lora_a.t(), lora_b.t(), alpha=alpha / r)
