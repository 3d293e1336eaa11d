# verdict: wrong
# mistake: log1p(exp(z)) overflows to infinity at a score of 1000, where the loss is -1000.
# told: overflows
import torch


def generator_loss(logits_fake, kind="nonsaturating"):
    n = logits_fake.numel()
    if kind == "nonsaturating":
        loss = torch.log1p(torch.exp(-logits_fake)).mean()
        grad = -torch.sigmoid(-logits_fake) / n
    elif kind == "saturating":
        loss = -torch.log1p(torch.exp(logits_fake)).mean()
        grad = -torch.sigmoid(logits_fake) / n
    else:
        raise ValueError(f"kind: {kind}")
    return loss, grad
