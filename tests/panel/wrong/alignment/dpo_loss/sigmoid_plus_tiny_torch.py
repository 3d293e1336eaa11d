# verdict: wrong
# mistake: Guards the logarithm with sigmoid + 1e-10, so a badly lost pair costs at most 23 instead of its margin.
import torch


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen_rewards = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected_rewards = beta * (policy_rejected_logps - reference_rejected_logps)
    p = torch.sigmoid(chosen_rewards - rejected_rewards)
    loss = -torch.log(p + 1e-10).mean()
    return loss, chosen_rewards, rejected_rewards
