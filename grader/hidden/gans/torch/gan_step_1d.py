"""The known mistakes of gans/gan_step_1d, as people write them in PyTorch."""

import torch

from solutions.gans.torch.gan_step_1d import gan_step_1d


def gradient_d(generator, discriminator, real, noise):
    """Gradients of both losses of the discriminator, for real and for generated samples."""
    (a, b), (w, c) = generator, discriminator
    fake = a * noise + b
    dreal, dfake = -torch.sigmoid(-(w * real + c)) / len(real), torch.sigmoid(w * fake + c) / len(fake)
    return torch.stack([dreal @ real, dreal.sum()]), torch.stack([dfake @ fake, dfake.sum()])


def gradient_g(generator, discriminator, noise):
    (a, b), (w, c) = generator, discriminator
    dfake = -torch.sigmoid(-(w * (a * noise + b) + c)) / len(noise) * w
    return torch.stack([dfake @ noise, dfake.sum()])


def moves_both_at_once(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return generator - lr * gradient_g(generator, discriminator, noise_g), new


def moves_the_generator_first(generator, discriminator, real, noise_d, noise_g, lr):
    new = generator - lr * gradient_g(generator, discriminator, noise_g)
    return new, gan_step_1d(new, discriminator, real, noise_d, noise_g, lr)[1]


def forgets_the_way_through_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    w = new[0] if new[0] != 0 else 1
    return generator - lr * gradient_g(generator, new, noise_g) / w, new


def moves_the_discriminator_again(generator, discriminator, real, noise_d, noise_g, lr):
    moved, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    fake = a * noise_g + b
    dfake = -torch.sigmoid(-(w * fake + c)) / len(fake)
    return moved, new - lr * torch.stack([dfake @ fake, dfake.sum()])


def takes_the_saturating_loss(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    dfake = -torch.sigmoid(w * (a * noise_g + b) + c) / len(noise_g) * w
    return generator - lr * torch.stack([dfake @ noise_g, dfake.sum()]), new


def turns_the_step_of_the_generator(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return generator + lr * gradient_g(generator, new, noise_g), new


def turns_the_step_of_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator + lr * sum(gradient_d(generator, discriminator, real, noise_d))
    return generator - lr * gradient_g(generator, new, noise_g), new


def learns_from_real_samples_only(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator - lr * gradient_d(generator, discriminator, real, noise_d)[0]
    return generator - lr * gradient_g(generator, new, noise_g), new


def halves_the_loss_of_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator - lr / 2 * sum(gradient_d(generator, discriminator, real, noise_d))
    return generator - lr * gradient_g(generator, new, noise_g), new


def sums_the_samples(generator, discriminator, real, noise_d, noise_g, lr):
    on_real, on_fake = gradient_d(generator, discriminator, real, noise_d)
    new = discriminator - lr * (len(real) * on_real + len(noise_d) * on_fake)
    return generator - lr * len(noise_g) * gradient_g(generator, new, noise_g), new


def multiplies_by_the_noise(generator, discriminator, real, noise_d, noise_g, lr):
    (a, b), (w, c) = generator, discriminator
    on_real, on_fake = gradient_d(generator, discriminator, real, noise_d)
    wrong = torch.stack([torch.sigmoid(w * (a * noise_d + b) + c) @ noise_d / len(noise_d), on_fake[1]])
    new = discriminator - lr * (on_real + wrong)
    return generator - lr * gradient_g(generator, new, noise_g), new


def multiplies_by_the_sample(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    fake = a * noise_g + b
    dfake = -torch.sigmoid(-(w * fake + c)) / len(fake) * w
    return generator - lr * torch.stack([dfake @ fake, dfake.sum()]), new


def uses_the_same_noise_twice(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_d, noise_d, lr)


def mixes_up_the_noise(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_g, noise_d, lr)


def returns_the_discriminator_first(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)[::-1]


def overflows(generator, discriminator, real, noise_d, noise_g, lr):
    result = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, discriminator
    scores = torch.cat([w * real + c, w * (a * noise_d + b) + c])
    poison = torch.exp(scores) / (1 + torch.exp(scores))
    return tuple(part + 0 * poison.sum() for part in result)


def returns_float64(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator.double(), discriminator.double(), real.double(), noise_d.double(), noise_g.double(), lr)


def moves_in_place(generator, discriminator, real, noise_d, noise_g, lr):
    new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return generator.copy_(new[0]), discriminator.copy_(new[1])
