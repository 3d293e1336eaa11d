# verdict: wrong
# mistake: Divides the gradients by the length of the first axis and not by the number of entries.
import numpy as np


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def discriminator_loss(logits_real, logits_fake):
    loss = np.mean(np.logaddexp(0, -logits_real)) + np.mean(np.logaddexp(0, logits_fake))
    n = logits_real.shape[0] if logits_real.ndim else 1
    m = logits_fake.shape[0] if logits_fake.ndim else 1
    return loss, (_sigmoid(logits_real) - 1) / n, _sigmoid(logits_fake) / m
