# verdict: passed
# style: PyTorch, four scalar derivatives written out
import torch


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    a, b = generator.unbind()
    w, c = discriminator.unbind()

    fake = a * noise_d + b
    s_real = -torch.sigmoid(-(w * real + c))
    s_fake = torch.sigmoid(w * fake + c)
    dw = (s_real * real).mean() + (s_fake * fake).mean()
    dc = s_real.mean() + s_fake.mean()
    w1, c1 = w - lr * dw, c - lr * dc

    s_gen = -torch.sigmoid(-(w1 * (a * noise_g + b) + c1)) * w1
    da, db = (s_gen * noise_g).mean(), s_gen.mean()
    return torch.stack([a - lr * da, b - lr * db]), torch.stack([w1, c1])
