# verdict: passed
# style: NumPy, rewards by a helper, stable log-sigmoid written as two masked branches in float64
import numpy as np


def _neg_log_sigmoid(m):
    out = np.empty_like(m)
    won = m >= 0
    out[won] = np.log1p(np.exp(-m[won]))
    out[~won] = -m[~won] + np.log1p(np.exp(m[~won]))
    return out


def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    def reward(policy, reference):
        return beta * (policy.astype(np.float64) - reference.astype(np.float64))

    dtype = policy_chosen_logps.dtype
    chosen = reward(policy_chosen_logps, reference_chosen_logps)
    rejected = reward(policy_rejected_logps, reference_rejected_logps)
    loss = _neg_log_sigmoid(chosen - rejected).mean()
    return float(loss), chosen.astype(dtype), rejected.astype(dtype)
