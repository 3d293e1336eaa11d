# verdict: passed
# style: PyTorch, logsigmoid of the difference of rewards
import torch
import torch.nn.functional as F


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen_rewards = (policy_chosen_logps - reference_chosen_logps) * beta
    rejected_rewards = (policy_rejected_logps - reference_rejected_logps) * beta
    losses = -F.logsigmoid(chosen_rewards - rejected_rewards)
    return torch.mean(losses), chosen_rewards, rejected_rewards
