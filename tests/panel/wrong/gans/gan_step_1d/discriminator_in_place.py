# verdict: wrong
# mistake: Updates the discriminator in place, so the array of the caller is changed and comes back as the result.
import numpy as np


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    a, b = generator
    w, c = discriminator
    fake = a * noise_d + b
    gr = (sigmoid(w * real + c) - 1) / real.size
    gf = sigmoid(w * fake + c) / fake.size
    grad = np.array([(gr * real).sum() + (gf * fake).sum(), gr.sum() + gf.sum()])
    discriminator -= lr * grad
    w, c = discriminator
    gg = (sigmoid(w * (a * noise_g + b) + c) - 1) * w / noise_g.size
    grad_g = np.array([(gg * noise_g).sum(), gg.sum()])
    return generator - lr * grad_g, discriminator
