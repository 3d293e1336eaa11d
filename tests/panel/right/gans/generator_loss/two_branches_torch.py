# verdict: passed
# style: PyTorch, two branches with logsigmoid and a sigmoid that keeps its digits
import torch
import torch.nn.functional as F


def _prob(z):
    e = torch.exp(-z.abs())
    return torch.where(z >= 0, torch.ones_like(e), e) / (1 + e)


def generator_loss(logits_fake, kind="nonsaturating"):
    z, n = logits_fake, logits_fake.numel()
    if kind == "nonsaturating":
        return -F.logsigmoid(z).sum() / n, -_prob(-z) / n
    if kind == "saturating":
        # log(1 - sigma(z)) = log sigma(-z)
        return F.logsigmoid(-z).sum() / n, -_prob(z) / n
    raise ValueError(f"unknown kind: {kind!r}")
