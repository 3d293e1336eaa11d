# verdict: wrong
# mistake: The squeeze takes away the batch axis of a single sample, and the axis of a code of one number.
import torch


def linear(x, weight, bias):
    # (out, in) times a column for each sample
    return (weight.unsqueeze(0) @ x.unsqueeze(2)).squeeze() + bias


def autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = torch.relu(linear(x, weight_enc, bias_enc))
    code2d = code.reshape(x.shape[0], weight_enc.shape[0])
    out = linear(code2d, weight_dec, bias_dec)
    loss = ((out - x) ** 2).mean()
    return out, code, loss
