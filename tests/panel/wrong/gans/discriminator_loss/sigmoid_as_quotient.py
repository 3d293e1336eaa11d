# verdict: wrong
# mistake: Writes the sigmoid as e^z / (1 + e^z), which is infinity over infinity for a score of 1000: a NaN in the gradient.
import numpy as np


def sigmoid(z):
    e = np.exp(z)
    return e / (1 + e)


def discriminator_loss(logits_real, logits_fake):
    loss_real = np.logaddexp(0, -logits_real).mean()
    loss_fake = np.logaddexp(0, logits_fake).mean()
    grad_real = (sigmoid(logits_real) - 1) / logits_real.size
    grad_fake = sigmoid(logits_fake) / logits_fake.size
    return loss_real + loss_fake, grad_real, grad_fake
