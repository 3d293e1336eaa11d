# verdict: forbidden
# mistake: Calls torch.nn.functional.silu, which the stub rules out.
import torch
import torch.nn.functional as F


def swiglu(x, weight_gate, weight_up, weight_down):
    gate = F.silu(F.linear(x, weight_gate))
    return F.linear(gate * F.linear(x, weight_up), weight_down)
