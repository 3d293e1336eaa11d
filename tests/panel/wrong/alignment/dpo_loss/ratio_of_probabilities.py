# verdict: wrong
# mistake: Goes back to probabilities before dividing them, which underflows to 0/0 for log-probabilities below about -745.
import numpy as np


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    ratio_chosen = np.exp(policy_chosen_logps) / np.exp(reference_chosen_logps)
    ratio_rejected = np.exp(policy_rejected_logps) / np.exp(reference_rejected_logps)
    chosen = beta * np.log(ratio_chosen)
    rejected = beta * np.log(ratio_rejected)
    loss = np.logaddexp(0, rejected - chosen).mean()
    return loss, chosen, rejected
