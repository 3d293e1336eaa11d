# verdict: wrong
# mistake: Uses the tanh identity, which cancels for negative x: sigma(-40) becomes 0.
# told: loses_small_results
import torch


class _Logistic:
    def __call__(self, t):
        return torch.tanh(t * 0.5).add(1.0).mul(0.5)


def sigmoid(x):
    return _Logistic()(x)
