# verdict: wrong
# mistake: Divides the generator's gradient by the size of noise_d and not by that of noise_g.
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    n, m = len(real), len(noise_d)
    a, b = generator
    w, c = discriminator
    y = a * noise_d + b
    dr = -sigmoid(-(w * real + c)) / n
    df = sigmoid(w * y + c) / m
    new_d = discriminator - lr * np.array([dr @ real + df @ y, dr.sum() + df.sum()])
    w, c = new_d
    dz = -sigmoid(-(w * (a * noise_g + b) + c)) / m
    new_g = generator - lr * np.array([w * (dz @ noise_g), w * dz.sum()])
    return new_g, new_d
