"""Hidden tests of autoencoders/encode_decode."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.encode_decode import encode_decode

independent = (
    "(lambda run: (lambda z: (z, run(z, decoder)))(run(x, encoder)))"
    "(lambda h, layers: [h := torch.nn.functional.linear(h.relu() if k else h, *p) for k, p in enumerate(layers)][-1])"
)


def sample(rng, size="small"):
    """Two layers in and three layers out, all of different widths, with codes and outputs of either sign."""
    if size == "ones":
        return rng.normal(size=(1, 1)), network(rng, [1, 1]), network(rng, [1, 1])
    return rng.normal(size=(6, 7)), network(rng, [7, 5, 2]), network(rng, [2, 4, 3, 7])


def network(rng, sizes):
    pairs = zip(sizes[1:], sizes, strict=False)
    return [(rng.normal(size=(o, i)) / np.sqrt(i), rng.uniform(0.2, 0.8, o) * rng.choice([-1.0, 1.0], o)) for o, i in pairs]


def test_one_layer_each(yours, rng):
    """With one layer on either side there is no ReLU at all: the whole network is affine."""
    x, (first,), (second,) = rng.normal(size=(5, 4)), network(rng, [4, 3]), network(rng, [3, 4])
    weight, bias = second[0] @ first[0], second[0] @ first[1] + second[1]
    code, reconstruction = yours(x, [first], [second])
    agree(code, x @ first[0].T + first[1])
    agree(reconstruction, x @ weight.T + bias)


def test_splitting_by_sign(yours):
    """A layer of ReLUs that splits numbers by their sign, and one that joins them again: four layers that copy."""
    x, eye = np.array([[3.0, -4.0, 0.5], [-1.0, 0.0, 2.0]]), np.eye(3)
    pair = [(np.concatenate([eye, -eye]), np.zeros(6)), (np.concatenate([eye, -eye], axis=1), np.zeros(3))]
    agree(yours(x, pair, pair), (x, x), exact=True)


def test_relu_between_layers(yours):
    """Between two layers negative sums become 0, in the encoder and in the decoder."""
    encoder = [(np.array([[1.0], [-1.0]]), np.array([0.0, 0.0])), (np.array([[2.0, 5.0]]), np.array([-3.0]))]
    decoder = [(np.array([[1.0], [-1.0]]), np.array([1.0, 0.0])), (np.array([[7.0, 10.0]]), np.array([-20.0]))]
    agree(yours(np.array([[4.0], [-0.5]]), encoder, decoder), (np.array([[5.0], [-0.5]]), np.array([[22.0], [-11.5]])))


@pytest.mark.parametrize(
    ("sizes", "others"), [([3, 8, 4, 2], [2, 3]), ([3, 2], [2, 4, 8, 3]), ([3, 5, 6], [6, 5, 3]), ([3, 4, 3, 4], [4, 3, 4, 3])]
)
def test_any_depth(yours, rng, sizes, others):
    """Encoder and decoder may have different depths, and the code may be larger than the input."""
    args = rng.normal(size=(4, 3)), network(rng, sizes), network(rng, others)
    agree(yours(*args), encode_decode(*args))


def test_one_layer_after_the_other(yours, rng):
    """Cut off behind its first layer, the encoder gives what that layer gives, before any ReLU."""
    x, encoder, _ = sample(rng)
    code, reconstruction = yours(x, encoder[:1], [(np.zeros((7, 5)), np.arange(7.0) - 3)])
    agree(code, x @ encoder[0][0].T + encoder[0][1])
    agree(reconstruction, np.tile(np.arange(7.0) - 3, (6, 1)))


def test_decoder_that_does_not_take_the_code(yours, rng):
    """A decoder whose first layer expects more or fewer numbers than the code has raises a ValueError that names it."""
    x, encoder, _ = sample(rng)
    for k in (1, 3, 5):
        with pytest.raises(ValueError, match="decoder"):
            yours(x, encoder, network(rng, [k, 4, 7]))


def test_reduced_reconstruction(yours, rng):
    """A reconstruction smaller or larger than the input raises a ValueError that names decoder."""
    x, encoder, _ = sample(rng)
    for d in (1, 2, 6, 8):
        with pytest.raises(ValueError, match="decoder"):
            yours(x, encoder, network(rng, [2, 4, d]))


def run(h, layers, between=lambda h: np.maximum(h, 0), behind=lambda h: h):
    for number, (weight, bias) in enumerate(layers):
        h = (between(h) if number else h) @ weight.T + bias
    return behind(h)


def relu(h):
    return np.maximum(h, 0)


@mistake("The code goes through a ReLU and cannot be negative. The last layer of the encoder has no activation.")
def bends_the_code(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, behind=relu)
    return code, run(code, decoder)


@mistake("The decoder gets the code through a ReLU, as if it were one long network. It starts with the code as it is.")
def bends_the_code_on_its_way(x, encoder, decoder):
    code, _ = encode_decode(x, encoder, decoder)
    return code, run(relu(code), decoder)


@mistake("The output goes through a ReLU and cannot be negative. The last layer of the decoder has no activation.")
def bends_the_output(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return code, relu(reconstruction)


@mistake("The output goes through a sigmoid and stays between 0 and 1. The last layer of the decoder has no activation.")
def squashes_the_output(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return code, 0.5 + 0.5 * np.tanh(reconstruction / 2)


@mistake("There is a ReLU behind every layer, the last ones included. The code and the output are linear.")
def bends_everything(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, behind=relu)
    return code, run(code, decoder, behind=relu)


@mistake("There is no ReLU between the layers, so all of them act as one. Cut off what is negative between two layers.")
def forgets_the_relu(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, between=lambda h: h)
    return code, run(code, decoder, between=lambda h: h)


@mistake("The decoder has no ReLU between its layers. It is a network like the encoder.")
def forgets_the_relu_of_the_decoder(x, encoder, decoder):
    code, _ = encode_decode(x, encoder, decoder)
    return code, run(code, decoder, between=lambda h: h)


@mistake("Between the layers you use tanh. It is the ReLU that is asked for, the maximum with zero.")
def bends_with_tanh(x, encoder, decoder):
    encode_decode(x, encoder, decoder)
    code = run(x, encoder, between=np.tanh)
    return code, run(code, decoder, between=np.tanh)


@mistake("The input itself goes through a ReLU. Between its layers there is one, and in front of the first there is none.")
def bends_the_input(x, encoder, decoder):
    return encode_decode(relu(x), encoder, decoder)


@mistake("The biases are missing. Every layer adds its own, also the last one of either part.")
def forgets_the_biases(x, encoder, decoder):
    return encode_decode(x, [(w, 0 * b) for w, b in encoder], [(w, 0 * b) for w, b in decoder])


@mistake("The last layers have no bias. They have no activation, but a bias of their own: add it.")
def forgets_the_last_biases(x, encoder, decoder):
    parts = [[*layers[:-1], (layers[-1][0], 0 * layers[-1][1])] for layers in (encoder, decoder)]
    return encode_decode(x, *parts)


@mistake("You return the reconstruction first. The order is code, reconstruction.")
def returns_the_reconstruction_first(x, encoder, decoder):
    code, reconstruction = encode_decode(x, encoder, decoder)
    return reconstruction, code


@mistake("What you return as the code is the first hidden layer. The code is what the whole encoder gives.")
def returns_the_first_hidden_layer(x, encoder, decoder):
    _, reconstruction = encode_decode(x, encoder, decoder)
    return x @ encoder[0][0].T + encoder[0][1], reconstruction


@mistake("The decoder's layers are run from the last to the first. They stand in order: from the code to the output.")
def runs_the_decoder_backwards(x, encoder, decoder):
    code, _ = encode_decode(x, encoder, decoder)
    return code, run(code, decoder[::-1])


@mistake(
    "A reconstruction that is not as large as the input passes. Raise a ValueError that names decoder if its last layer gives "
    "another size."
)
def allows_a_reduced_reconstruction(x, encoder, decoder):
    weight, bias = np.zeros((x.shape[1], decoder[-1][0].shape[1])), np.zeros(x.shape[1])
    code, _ = encode_decode(x, encoder, [*decoder[:-1], (weight, bias)])
    return code, run(code, decoder)


@mistake("Your check is an assert: it raises AssertionError, and python -O leaves it out. Raise a ValueError that names decoder.")
def checks_by_assert(x, encoder, decoder):
    assert decoder[0][0].shape[1] == encoder[-1][0].shape[0]
    assert decoder[-1][0].shape[0] == x.shape[1]
    return encode_decode(x, encoder, decoder)


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(x, encoder, decoder):
    narrow = [[(w.astype(np.float32), b.astype(np.float32)) for w, b in layers] for layers in (encoder, decoder)]
    return encode_decode(x.astype(np.float32), *narrow)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, encoder, decoder):
    return encode_decode(x.astype(np.float64), encoder, decoder)


@mistake("You take the layers out of the caller's list while you run them. Walk through it and leave it as it is.")
def empties_the_lists(x, encoder, decoder):
    result = encode_decode(x, encoder, decoder)
    encoder.clear()
    return result


@right
def by_einsum_and_where(x, encoder, decoder):
    results, h = [], x
    sizes = [w.shape for w, _ in (*encoder, *decoder)]
    if sizes[-1][0] != x.shape[1] or sizes[len(encoder)][1] != sizes[len(encoder) - 1][0]:
        raise ValueError("decoder does not fit")
    for layers in (encoder, decoder):
        for number, (weight, bias) in enumerate(layers, 1):
            h = np.einsum("ni,oi->no", h, weight) + bias
            h = h if number == len(layers) else np.where(h > 0, h, h.dtype.type(0))
        results.append(h)
    return tuple(results)


@right
def sample_by_sample(x, encoder, decoder):
    if len(encoder[-1][1]) != decoder[0][0].shape[1] or len(decoder[-1][1]) != x.shape[1]:
        raise ValueError("decoder")
    codes, outputs = [], []
    for row in x:
        h = row
        for layers, results in ((encoder, codes), (decoder, outputs)):
            for weight, bias in layers[:-1]:
                h = np.maximum(0, weight @ h + bias)
            h = layers[-1][0] @ h + layers[-1][1]
            results.append(h)
    return np.array(codes), np.array(outputs)
