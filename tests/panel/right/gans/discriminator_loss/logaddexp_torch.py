# verdict: passed
# style: PyTorch, logaddexp and sigmoid, gradients by hand
import torch


def discriminator_loss(logits_real, logits_fake):
    n, m = logits_real.numel(), logits_fake.numel()
    cost_real = torch.logaddexp(torch.zeros_like(logits_real), -logits_real)
    cost_fake = torch.logaddexp(torch.zeros_like(logits_fake), logits_fake)
    loss = cost_real.sum() / n + cost_fake.sum() / m
    return loss, -torch.sigmoid(-logits_real) / n, torch.sigmoid(logits_fake) / m
