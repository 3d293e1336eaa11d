# verdict: wrong
# mistake: Cuts each logarithm off at -100, as a well-known loss does, so a real score of -1000 costs 100.
import torch


def discriminator_loss(logits_real, logits_fake):
    zero_r, zero_f = torch.zeros_like(logits_real), torch.zeros_like(logits_fake)
    log_real = torch.clamp(-torch.logaddexp(zero_r, -logits_real), min=-100)
    log_fake = torch.clamp(-torch.logaddexp(zero_f, logits_fake), min=-100)
    loss = -log_real.mean() - log_fake.mean()
    grad_real = (torch.sigmoid(logits_real) - 1) / logits_real.numel()
    grad_fake = torch.sigmoid(logits_fake) / logits_fake.numel()
    return loss, grad_real, grad_fake
