# verdict: wrong
# mistake: Takes log(1 + exp(-|m|)) instead of log1p, so a clear margin such as 50 costs exactly 0.
import numpy as np


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    margin = chosen - rejected
    # -log sigmoid(m) without overflow
    losses = np.maximum(-margin, 0) + np.log(1 + np.exp(-np.abs(margin)))
    return losses.mean(), chosen, rejected
