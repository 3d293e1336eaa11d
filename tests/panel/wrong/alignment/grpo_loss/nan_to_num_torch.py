# verdict: wrong
# mistake: Cleans NaN only and multiplies by the mask afterwards, so large or infinite numbers in the padding overflow in exp and give inf * 0 = NaN.
import torch


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    lp = torch.nan_to_num(log_probs)
    old = torch.nan_to_num(old_log_probs)
    ref = torch.nan_to_num(ref_log_probs)
    m = mask.to(lp.dtype)
    ratio = torch.exp(lp - old)
    adv = advantages.unsqueeze(1)
    surrogate = torch.minimum(ratio * adv, ratio.clamp(1 - eps, 1 + eps) * adv)
    d = ref - lp
    kl = torch.exp(d) - d - 1
    lengths = m.sum(dim=1)
    loss = -(((surrogate - beta * kl) * m).sum(dim=1) / lengths).mean()
    return loss, ((kl * m).sum(dim=1) / lengths).mean()
