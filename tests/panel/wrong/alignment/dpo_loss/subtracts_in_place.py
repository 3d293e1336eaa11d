# verdict: wrong
# mistake: Subtracts the reference in place and so changes the caller's policy log-probabilities.
import numpy as np


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen = policy_chosen_logps
    chosen -= reference_chosen_logps
    chosen = chosen * beta
    rejected = policy_rejected_logps
    rejected -= reference_rejected_logps
    rejected = rejected * beta
    loss = np.logaddexp(0.0, -(chosen - rejected)).mean()
    return loss, chosen, rejected
