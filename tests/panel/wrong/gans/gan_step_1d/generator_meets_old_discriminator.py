# verdict: wrong
# mistake: The generator learns from the discriminator as it was before its step.
# told: moves_both_at_once
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    a, b = generator
    w, c = discriminator
    fake = a * noise_d + b
    err_real = sigmoid(w * real + c) - 1
    err_fake = sigmoid(w * fake + c)
    grad_d = np.array([np.mean(err_real * real) + np.mean(err_fake * fake), np.mean(err_real) + np.mean(err_fake)])
    err_gen = (sigmoid(w * (a * noise_g + b) + c) - 1) * w
    grad_g = np.array([np.mean(err_gen * noise_g), np.mean(err_gen)])
    return generator - lr * grad_g, discriminator - lr * grad_d
