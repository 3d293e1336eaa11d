# verdict: passed
# style: samples and ones as the rows of a matrix, gradients as matrix products
import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1) / (1 + e)


def _rows(v):
    return np.stack([v, np.ones_like(v)])


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    fake = generator @ _rows(noise_d)
    x, y, u = _rows(real), _rows(fake), _rows(noise_g)
    pull = x @ _sigmoid(-(discriminator @ x)) / real.size
    push = y @ _sigmoid(discriminator @ y) / fake.size
    new_d = discriminator + lr * (pull - push)

    shown = _rows(generator @ u)
    doubt = _sigmoid(-(new_d @ shown))
    new_g = generator + lr * new_d[0] * (u @ doubt) / noise_g.size
    return new_g.astype(generator.dtype), new_d.astype(discriminator.dtype)
