"""Hidden tests of autoencoders/autoencoder_forward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.autoencoders.autoencoder_forward import autoencoder_forward

independent = (
    "(lambda z: (lambda y: (y, z, torch.nn.functional.mse_loss(y, x)))(F.linear(z, weight_dec, bias_dec)))"
    "(F.relu(F.linear(x, weight_enc, bias_enc)))"
)


def sample(rng, size="small"):
    """Data of either sign whose mean is not zero, and biases that are seen."""
    n, d, k = (1, 1, 1) if size == "ones" else (5, 4, 3)
    x = rng.normal(size=(n, d)) + rng.uniform(0.5, 1.0, d)
    weight_enc = rng.normal(size=(k, d)) if size != "ones" else np.array([[1.5]]) * np.sign(x[0, 0])
    return x, weight_enc, rng.uniform(0.2, 0.9, k), rng.normal(size=(d, k)), rng.normal(size=d)


def test_identity_copies(yours, rng):
    """A code as long as the sample and identity weights copy non-negative data: nothing is lost, and nothing was learnt."""
    x = rng.uniform(0.1, 2.0, (3, 4))
    agree(yours(x, np.eye(4), np.zeros(4), np.eye(4), np.zeros(4)), (x, x, 0.0), exact=True)


def test_twice_as_long_a_code_copies_anything(yours, rng):
    """With twice as many units as inputs, one for each sign, negative numbers are copied too."""
    x, eye = rng.integers(-9, 10, (4, 3)).astype(float), np.eye(3)
    code = np.concatenate([np.maximum(x, 0), np.maximum(-x, 0)], axis=1)
    both = np.concatenate([eye, -eye])
    agree(yours(x, both, np.zeros(6), both.T, np.zeros(3)), (x, code, 0.0), exact=True)


def test_dead_code(yours, rng):
    """With every unit of the code off and the mean of the data as the decoder's bias, the loss is the variance."""
    x = rng.normal(size=(6, 3))
    reconstruction, code, loss = yours(x, np.zeros((2, 3)), np.array([-1.0, -2.0]), rng.normal(size=(3, 2)), x.mean(axis=0))
    agree(code, np.zeros((6, 2)))
    agree(reconstruction, np.tile(x.mean(axis=0), (6, 1)))
    agree(loss, np.mean(np.var(x, axis=0)))


def test_linear_output(yours):
    """The decoder is linear: it reaches -5 as well as 40."""
    weight = np.array([[1.0], [-2.0]]), np.array([0.0, 1.0])
    reconstruction, _, loss = yours(np.array([[40.0, -5.0]]), np.array([[0.075, 0.0]]), np.array([0.0]), *weight)
    agree(reconstruction, np.array([[3.0, -5.0]]))
    agree(loss, 37.0**2 / 2)


def test_samples_are_apart(yours, rng):
    """Each sample has its own code and its own reconstruction, whatever else is in the batch; the loss is the mean of theirs."""
    x, *params = sample(rng)
    reconstruction, code, loss = yours(x, *params)
    alone = [autoencoder_forward(x[n : n + 1], *params) for n in range(len(x))]
    agree(reconstruction, np.concatenate([one[0] for one in alone]))
    agree(code, np.concatenate([one[1] for one in alone]))
    agree(loss, np.mean([float(one[2]) for one in alone]))


def encode(x, weight_enc, bias_enc):
    return np.maximum(x @ weight_enc.T + bias_enc, 0)


def judged(x, code, reconstruction):
    return reconstruction, code, np.mean((reconstruction - x) ** 2)


@mistake("The output goes through a ReLU and cannot be negative. The decoder is linear: product and bias, nothing else.")
def bends_the_output(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return judged(x, code, np.maximum(reconstruction, 0))


@mistake("The output goes through a sigmoid and stays between 0 and 1. The data does not: leave the decoder linear.")
def squashes_the_output(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return judged(x, code, 0.5 + 0.5 * np.tanh(reconstruction / 2))


@mistake("The encoder has no ReLU, so the whole network is linear. The code is the maximum of zero and the weighted sums.")
def forgets_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = x @ weight_enc.T + bias_enc
    return judged(x, code, code @ weight_dec.T + bias_dec)


@mistake("The encoder's bias comes after the ReLU. Add bias_enc to the weighted sums first, then cut off what is negative.")
def adds_the_bias_after_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = np.maximum(x @ weight_enc.T, 0) + bias_enc
    return judged(x, code, code @ weight_dec.T + bias_dec)


@mistake("The biases are missing. Add bias_enc before the ReLU, and bias_dec to the output.")
def forgets_the_biases(x, weight_enc, bias_enc, weight_dec, bias_dec):
    return autoencoder_forward(x, weight_enc, 0 * bias_enc, weight_dec, 0 * bias_dec)


@mistake(
    "The decoder gets the weighted sums as they were before the ReLU. It builds on the code, and the code is what the ReLU lets "
    "through."
)
def decodes_what_was_before_the_relu(x, weight_enc, bias_enc, weight_dec, bias_dec):
    sums = x @ weight_enc.T + bias_enc
    return judged(x, np.maximum(sums, 0), sums @ weight_dec.T + bias_dec)


@mistake("You decode with the transposed weight of the encoder. Here the decoder has a weight of its own: use weight_dec.")
def ties_the_weights(x, weight_enc, bias_enc, weight_dec, bias_dec):
    code = encode(x, weight_enc, bias_enc)
    return judged(x, code, code @ weight_enc + bias_dec)


@mistake("You return the code first. The order is reconstruction, code, loss.")
def returns_the_code_first(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return code, reconstruction, loss


@mistake("You add up the squared errors. Take their mean over all entries, so that the loss does not grow with the batch.")
def sums_the_squares(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, loss * x.size


@mistake(
    "You add up the features and average over the samples only. That is another convention; here the mean runs over all N times "
    "D entries."
)
def averages_over_the_samples_only(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, loss * x.shape[1]


@mistake("Your loss has a factor of one half. The loss here is the plain mean of the squared errors.")
def halves_the_loss(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, loss / 2


@mistake("You take the root of the loss. The loss is the mean squared error itself.")
def takes_the_root(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, np.sqrt(loss)


@mistake("You take absolute errors. Square the differences between reconstruction and input before you average.")
def takes_absolute_errors(x, weight_enc, bias_enc, weight_dec, bias_dec):
    reconstruction, code, _ = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    return reconstruction, code, np.mean(np.abs(reconstruction - x))


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(x, weight_enc, bias_enc, weight_dec, bias_dec):
    return autoencoder_forward(*(a.astype(np.float32) for a in (x, weight_enc, bias_enc, weight_dec, bias_dec)))


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight_enc, bias_enc, weight_dec, bias_dec):
    return autoencoder_forward(x.astype(np.float64), weight_enc, bias_enc, weight_dec, bias_dec)


@mistake("You subtract the batch in place to get the error. Make a new array: the caller still needs the data.")
def overwrites_x(x, weight_enc, bias_enc, weight_dec, bias_dec):
    result = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    x -= result[0]
    return result


@right
def by_einsum(x, weight_enc, bias_enc, weight_dec, bias_dec):
    sums = np.einsum("nd,kd->nk", x, weight_enc) + bias_enc
    code = np.where(sums > 0, sums, 0).astype(x.dtype)
    reconstruction = np.einsum("nk,dk->nd", code, weight_dec) + bias_dec
    error = reconstruction - x
    return reconstruction, code, np.einsum("nd,nd->", error, error) / x.size


@right
def sample_by_sample(x, weight_enc, bias_enc, weight_dec, bias_dec):
    codes, outputs, total = [], [], 0.0
    for row in x:
        code = weight_enc @ row + bias_enc
        codes.append(code * (code > 0))
        outputs.append(weight_dec @ codes[-1] + bias_dec)
        total += np.square(outputs[-1] - row).sum() / x.size
    return np.stack(outputs), np.stack(codes), total


@right
def biases_as_a_last_column(x, weight_enc, bias_enc, weight_dec, bias_dec):
    one = np.ones((len(x), 1), x.dtype)
    code = np.maximum(0, np.hstack([x, one]) @ np.vstack([weight_enc.T, bias_enc]))
    reconstruction = np.hstack([code, one]) @ np.vstack([weight_dec.T, bias_dec])
    return reconstruction, code, np.linalg.norm(reconstruction - x) ** 2 / x.size
