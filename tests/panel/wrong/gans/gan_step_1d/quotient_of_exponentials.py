# verdict: wrong
# mistake: The sigmoid e^z / (1 + e^z) is NaN for a score of 1000.
# told: overflows
import torch


def sigmoid(z):
    return torch.exp(z) / (1 + torch.exp(z))


def gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr):
    a, b = generator[0], generator[1]
    w, c = discriminator[0], discriminator[1]
    fake = a * noise_d + b
    gr = sigmoid(w * real + c) - 1
    gf = sigmoid(w * fake + c)
    dw = (gr * real).mean() + (gf * fake).mean()
    dc = gr.mean() + gf.mean()
    new_d = discriminator - lr * torch.stack([dw, dc])
    w, c = new_d[0], new_d[1]
    gg = (sigmoid(w * (a * noise_g + b) + c) - 1) * w
    new_g = generator - lr * torch.stack([(gg * noise_g).mean(), gg.mean()])
    return new_g, new_d
