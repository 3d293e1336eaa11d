"""The known mistakes of autoencoders/encode_decode, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.encode_decode import encode_decode

ABSENT = {"runs_the_decoder_backwards": "Sizes that do not fit raise another error in PyTorch than in NumPy."}


def run(h, layers, between=torch.relu, behind=lambda h: h):
    for number, (weight, bias) in enumerate(layers):
        h = (between(h) if number else h) @ weight.T + bias
    return behind(h)


def bends_the_code(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, behind=torch.relu)
    return code, run(code, decoder)


def bends_the_code_on_its_way(x, encoder, decoder):
    code, _ = encode_decode(x, encoder, decoder)
    return code, run(torch.relu(code), decoder)


def bends_the_output(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return code, torch.relu(reconstruction)


def squashes_the_output(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return code, torch.sigmoid(reconstruction)


def bends_everything(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, behind=torch.relu)
    return code, run(code, decoder, behind=torch.relu)


def forgets_the_relu(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, between=lambda h: h)
    return code, run(code, decoder, between=lambda h: h)


def forgets_the_relu_of_the_decoder(x, encoder, decoder):
    code, _ = encode_decode(x, encoder, decoder)
    return code, run(code, decoder, between=lambda h: h)


def bends_with_tanh(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, between=torch.tanh)
    return code, run(code, decoder, between=torch.tanh)


def bends_the_input(x, encoder, decoder):
    return encode_decode(torch.relu(x), encoder, decoder)


def forgets_the_biases(x, encoder, decoder):
    return encode_decode(x, [(w, 0 * b) for w, b in encoder], [(w, 0 * b) for w, b in decoder])


def forgets_the_last_biases(x, encoder, decoder):
    parts = [[*layers[:-1], (layers[-1][0], 0 * layers[-1][1])] for layers in (encoder, decoder)]
    return encode_decode(x, *parts)


def returns_the_reconstruction_first(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return reconstruction, code


def returns_the_first_hidden_layer(x, encoder, decoder):
    _, reconstruction = encode_decode(x, encoder, decoder)
    return x @ encoder[0][0].T + encoder[0][1], reconstruction


def allows_a_reduced_reconstruction(x, encoder, decoder):
    weight = x.new_zeros(x.shape[1], decoder[-1][0].shape[1])
    code, _ = encode_decode(x, encoder, [*decoder[:-1], (weight, weight[:, 0])])
    return code, run(code, decoder)


def checks_by_assert(x, encoder, decoder):
    assert decoder[0][0].shape[1] == encoder[-1][0].shape[0]
    assert decoder[-1][0].shape[0] == x.shape[1]
    return encode_decode(x, encoder, decoder)


def returns_float32(x, encoder, decoder):
    narrow = [[(w.float(), b.float()) for w, b in layers] for layers in (encoder, decoder)]
    return encode_decode(x.float(), *narrow)


def returns_float64(x, encoder, decoder):
    wide = [[(w.double(), b.double()) for w, b in layers] for layers in (encoder, decoder)]
    return encode_decode(x.double(), *wide)


def empties_the_lists(x, encoder, decoder):
    result = encode_decode(x, encoder, decoder)
    encoder.clear()
    return result
