# verdict: passed
# style: PyTorch, F.linear three times
import torch.nn.functional as F


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    scaling = float(alpha) / lora_a.size(0)
    frozen = F.linear(x, weight, bias)
    return frozen + scaling * F.linear(F.linear(x, lora_a), lora_b)
