# verdict: wrong
# mistake: Clamps the logits to +-88, so sigmoid(-100) and sigmoid(-1000) both come out as 6e-39.
# told: clips_at_88
import torch


def sigmoid(x):
    z = x.clamp(-88.0, 88.0)   # exp(88) still fits into float32
    return 1.0 / (1.0 + torch.exp(-z))
