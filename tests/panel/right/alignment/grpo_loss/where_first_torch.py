# verdict: passed
# style: PyTorch, padding replaced by zeros with torch.where before anything is computed
import torch


def _mean_of_answers(values, mask):
    per_answer = torch.where(mask, values, torch.zeros_like(values)).sum(dim=1) / mask.sum(dim=1)
    return per_answer.mean()


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    zero = torch.zeros_like(log_probs)
    lp = torch.where(mask, log_probs, zero)
    old = torch.where(mask, old_log_probs, zero)
    ref = torch.where(mask, ref_log_probs, zero)
    ratio = torch.exp(lp - old)
    A = advantages[:, None]
    surrogate = torch.min(ratio * A, torch.clamp(ratio, 1 - eps, 1 + eps) * A)
    d = ref - lp
    k3 = torch.expm1(d) - d
    return -_mean_of_answers(surrogate - beta * k3, mask), _mean_of_answers(k3, mask)
