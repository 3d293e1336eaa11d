# verdict: raised
# mistake: Checks the number of prompts instead of the number of answers, so a single prompt with many answers is refused and groups of one pass.
import torch


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    if len(rewards) < 2:
        raise ValueError("rewards: a group must have at least two answers")
    mean = torch.mean(rewards, dim=1, keepdim=True)
    advantages = rewards - mean
    if scale_rewards:
        advantages = advantages / (torch.std(rewards, dim=1, keepdim=True) + eps)
    return advantages
