"""The known mistakes of alignment/grpo_advantages, as people write them in PyTorch."""

import torch

from solutions.alignment.torch.grpo_advantages import grpo_advantages

ABSENT = {}


def centred(rewards, middle=None):
    return rewards - (rewards.mean(dim=1, keepdim=True) if middle is None else middle)


def deviation(rewards):
    return rewards.std(dim=1, keepdim=True)


def advantages(rewards, eps, scale_rewards, spread):
    grpo_advantages(rewards, eps, scale_rewards)
    return centred(rewards) / (spread + eps) if scale_rewards else centred(rewards)


def takes_the_population_deviation(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.std(dim=1, keepdim=True, correction=0))


def takes_the_whole_batch(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = rewards - rewards.mean()
    return result / (rewards.std() + eps) if scale_rewards else result


def shares_the_deviation(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.std())


def compares_the_columns(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = rewards - rewards.mean(dim=0)
    return result / (rewards.std(dim=0, correction=min(1, len(rewards) - 1)) + eps) if scale_rewards else result


def puts_eps_inside_the_root(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, 0, scale_rewards, (rewards.var(dim=1, keepdim=True) + eps).sqrt())


def forgets_eps(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, 0, scale_rewards, deviation(rewards))


def divides_by_the_variance(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.var(dim=1, keepdim=True))


def forgets_to_centre(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    return rewards / (deviation(rewards) + eps) if scale_rewards else rewards.clone()


def leaves_the_answer_out(rewards, eps=1e-4, scale_rewards=True):
    size = rewards.shape[1]
    return grpo_advantages(rewards, eps, scale_rewards) * size / max(size - 1, 1)


def takes_the_median(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = centred(rewards, rewards.quantile(0.5, dim=1, keepdim=True))
    return result / (deviation(rewards) + eps) if scale_rewards else result


def always_scales(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps)


def never_scales(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps, False)


def ignores_eps(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, scale_rewards=scale_rewards)


def accepts_single_answers(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps, scale_rewards) if rewards.shape[1] > 1 else torch.zeros_like(rewards)


def returns_float64(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards.double(), eps, scale_rewards)


def overwrites_rewards(rewards, eps=1e-4, scale_rewards=True):
    result = grpo_advantages(rewards, eps, scale_rewards)
    rewards -= rewards.mean(dim=1, keepdim=True)
    return result
