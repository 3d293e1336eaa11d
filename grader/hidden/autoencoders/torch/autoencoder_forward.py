"""The known mistakes of autoencoders/autoencoder_forward, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.autoencoder_forward import autoencoder_forward


def judged(x, code, reconstruction):
    return reconstruction, code, ((reconstruction - x) ** 2).mean()


def bends_the_output(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(x @ weight_enc.T + bias_enc)
    return judged(x, code, torch.relu(code @ weight_dec.T + bias_dec))


def squashes_the_output(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(x @ weight_enc.T + bias_enc)
    return judged(x, code, torch.sigmoid(code @ weight_dec.T + bias_dec))


def forgets_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = x @ weight_enc.T + bias_enc
    return judged(x, code, code @ weight_dec.T + bias_dec)


def adds_the_bias_after_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(x @ weight_enc.T) + bias_enc
    return judged(x, code, code @ weight_dec.T + bias_dec)


def forgets_the_biases(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(x @ weight_enc.T)
    return judged(x, code, code @ weight_dec.T)


def decodes_what_was_before_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    sums = x @ weight_enc.T + bias_enc
    return judged(x, torch.relu(sums), sums @ weight_dec.T + bias_dec)


def ties_the_weights(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(x @ weight_enc.T + bias_enc)
    return judged(x, code, code @ weight_enc + bias_dec)


def returns_the_code_first(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return code, reconstruction, loss


def sums_the_squares(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, ((reconstruction - x) ** 2).sum()


def averages_over_the_samples_only(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, ((reconstruction - x) ** 2).sum(dim=1).mean()


def halves_the_loss(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, 0.5 * loss


def takes_the_root(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, loss.sqrt()


def takes_absolute_errors(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, (reconstruction - x).abs().mean()


def returns_float32(x, weight_enc, bias_enc, weight_dec, bias_dec):
    return autoencoder_forward(x.float(), weight_enc.float(), bias_enc.float(), weight_dec.float(), bias_dec.float())


def returns_float64(x, weight_enc, bias_enc, weight_dec, bias_dec):
    return autoencoder_forward(x.double(), weight_enc.double(), bias_enc.double(), weight_dec.double(), bias_dec.double())


def overwrites_x(x, weight_enc, bias_enc, weight_dec, bias_dec):
    result = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    x.sub_(result[0])
    return result
