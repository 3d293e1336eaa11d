"""Hidden tests of autoencoders/autoencoder_grads."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.autoencoders.autoencoder_grads import autoencoder_grads

independent = (
    "(lambda f: (f(weight, bias_enc, bias_dec), *torch.func.grad(f, argnums=(0, 1, 2))(weight, bias_enc, bias_dec)))"
    "(lambda w, b, c: torch.nn.functional.mse_loss(torch.tanh(input @ w.T + b) @ w + c, target))"
)


def sample(rng, size="small"):
    """A denoising autoencoder: input and target differ, and so do all sizes."""
    n, d, k = (1, 1, 1) if size == "ones" else (5, 4, 3)
    target = rng.normal(size=(n, d)) + 0.5
    shared = rng.normal(size=(k, d)) * 0.6, rng.normal(size=k) * 0.5, rng.normal(size=d)
    return target + rng.normal(scale=0.7, size=(n, d)), target, *shared


def cost(input, target, weight, bias_enc, bias_dec):
    return np.sum((np.tanh(input @ weight.T + bias_enc) @ weight + bias_dec - target) ** 2) / target.size


def test_is_the_derivative(yours, rng):
    """Each gradient is the slope of the loss, by a step into the complex plane; that of the weight counts both of its places."""
    input, target, *params = sample(rng)
    loss, *gradients = yours(input, target, *params)
    agree(loss, cost(input, target, *params))
    for number, gradient in enumerate(gradients):
        want = np.zeros(params[number].shape)
        for index in np.ndindex(want.shape):
            moved = [p.astype(complex) for p in params]
            moved[number][index] += 1e-30j
            want[index] = np.imag(cost(input, target, *moved)) / 1e-30
        agree(gradient, want)


def test_by_hand(yours):
    """One number, one unit of weight 2 whose sum is 0: the gradients are -60, -20 and -10."""
    loss, dweight, dbias_enc, dbias_dec = yours(
        np.array([[3.0]]), np.array([[5.0]]), np.array([[2.0]]), np.array([-6.0]), np.zeros(1)
    )
    agree(loss, 25.0)
    agree(dweight, np.array([[-60.0]]))
    agree(dbias_enc, np.array([-20.0]))
    agree(dbias_dec, np.array([-10.0]))


def test_nothing_to_improve(yours, rng):
    """Where the reconstruction is the target, loss and gradients are zero; elsewhere they are not."""
    input, target, weight, bias_enc, bias_dec = sample(rng)
    perfect = np.tanh(input @ weight.T + bias_enc) @ weight + bias_dec
    got = [*yours(input, target, weight, bias_enc, bias_dec), *yours(input, perfect, weight, bias_enc, bias_dec)]
    want = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    agree(got, [*want, *(0 * w for w in want)], scale=1.0)


def test_input_is_its_own_target(yours, rng):
    """Given the same array twice, the gradients are those of an ordinary autoencoder: the target is still data."""
    input, _, *params = sample(rng)
    agree(yours(input, input, *params), autoencoder_grads(input, input.copy(), *params))


def test_saturated_units(yours, rng):
    """Saturated units pass nothing to the encoder; the weight still learns as a decoder."""
    input, target, weight, _, bias_dec = sample(rng)
    bias_enc = np.array([400.0, -400.0, 400.0])
    loss, dweight, dbias_enc, dbias_dec = yours(input, target, weight, bias_enc, bias_dec)
    dy = 2 * (np.sign(bias_enc) @ weight + bias_dec - target) / target.size
    agree(loss, np.mean((dy * target.size / 2) ** 2))
    agree(dweight, np.outer(np.sign(bias_enc), dy.sum(axis=0)))
    agree(dbias_enc, np.zeros(3), scale=1.0)
    agree(dbias_dec, dy.sum(axis=0))


def test_downhill(yours, rng):
    """A small step against the gradients lowers the loss."""
    input, target, *params = sample(rng)
    loss, *gradients = yours(input, target, *params)
    after = [p - 0.02 * g for p, g in zip(params, gradients, strict=True)]
    agree(bool(cost(input, target, *after) < loss), True)


def parts(input, target, weight, bias_enc, bias_dec):
    """Loss, gradients by the output and by the sums of the encoder, and the code."""
    loss = autoencoder_grads(input, target, weight, bias_enc, bias_dec)[0]
    h = np.tanh(input @ weight.T + bias_enc)
    dy = (h @ weight + bias_dec - target) * (2 / target.size)
    return loss, dy, dy @ weight.T * (1 - h * h), h


@mistake("The weight is counted as the encoder's only. It stands in the decoder, too: add what comes in there.")
def forgets_the_decoder(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, _ = parts(input, target, weight, bias_enc, bias_dec)
    return loss, da.T @ input, da.sum(axis=0), dy.sum(axis=0)


@mistake("The weight is counted as the decoder's only. It stands in the encoder, too: add what comes in there.")
def forgets_the_encoder(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, h = parts(input, target, weight, bias_enc, bias_dec)
    return loss, h.T @ dy, da.sum(axis=0), dy.sum(axis=0)


@mistake("You average the two parts of the weight's gradient. The chain rule adds them.")
def averages_the_two_parts(input, target, weight, bias_enc, bias_dec):
    loss, dweight, dbias_enc, dbias_dec = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, dweight / 2, dbias_enc, dbias_dec


@mistake("You compare with the input. For a denoising autoencoder that is the corrupted batch: compare with target.")
def compares_with_the_input(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(input, input, weight, bias_enc, bias_dec)


@mistake("The encoder sees the target, and the input is not used. It is the input that is to be encoded.")
def encodes_the_target(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(target, target, weight, bias_enc, bias_dec)


@mistake("The encoder's part of the gradient has the target as its factor. What came in through the encoder is the input.")
def multiplies_by_the_target(input, target, weight, bias_enc, bias_dec):
    loss, dy, da, h = parts(input, target, weight, bias_enc, bias_dec)
    return loss, da.T @ target + h.T @ dy, da.sum(axis=0), dy.sum(axis=0)


@mistake("The slope of tanh is missing on the way back. Multiply by 1 - h**2 before you reach the encoder.")
def forgets_the_slope(input, target, weight, bias_enc, bias_dec):
    loss, dy, _, h = parts(input, target, weight, bias_enc, bias_dec)
    da = dy @ weight.T
    return loss, da.T @ input + h.T @ dy, da.sum(axis=0), dy.sum(axis=0)


@mistake("h (1 - h) is the slope of a sigmoid. The encoder has a tanh, whose slope is 1 - h**2.")
def takes_the_slope_of_a_sigmoid(input, target, weight, bias_enc, bias_dec):
    loss, dy, _, h = parts(input, target, weight, bias_enc, bias_dec)
    da = dy @ weight.T * (h - h * h)
    return loss, da.T @ input + h.T @ dy, da.sum(axis=0), dy.sum(axis=0)


@mistake("The factor 2 of the square is missing from the gradients. The loss has no factor of one half that would cancel it.")
def forgets_the_two(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(0.5 * g for g in gradients)


@mistake("Loss and gradients are those of the sum. Both belong to the mean over all N times D entries.")
def sums(input, target, weight, bias_enc, bias_dec):
    return tuple(target.size * part for part in autoencoder_grads(input, target, weight, bias_enc, bias_dec))


@mistake("The loss is a mean, and the gradients still those of the sum. Divide them by the number of entries, too.")
def forgets_the_mean_in_the_gradients(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(target.size * g for g in gradients)


@mistake("You add up the features and average over the samples only. The mean runs over all N times D entries.")
def averages_over_the_samples_only(input, target, weight, bias_enc, bias_dec):
    return tuple(target.shape[1] * part for part in autoencoder_grads(input, target, weight, bias_enc, bias_dec))


@mistake("The gradients of the biases are means over the samples. Add up: the mean of the loss is in there already.")
def averages_the_bias_gradients(input, target, weight, bias_enc, bias_dec):
    loss, dweight, *biases = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, dweight, *(b / len(input) for b in biases)


@mistake("Your gradients point the other way. The error is reconstruction minus target.")
def turns_the_sign(input, target, weight, bias_enc, bias_dec):
    loss, *gradients = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, *(-g for g in gradients)


@mistake("The gradient of the weight is transposed. It has the shape of the weight: hidden units down, features across.")
def transposes_the_gradient(input, target, weight, bias_enc, bias_dec):
    loss, dweight, *biases = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    return loss, dweight.T.copy(), *biases


@mistake("The output goes through a tanh as well. The decoder is linear.")
def bends_the_output(input, target, weight, bias_enc, bias_dec):
    autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    h = np.tanh(input @ weight.T + bias_enc)
    y = np.tanh(h @ weight + bias_dec)
    dy = 2 * (y - target) / target.size * (1 - y * y)
    da = dy @ weight.T * (1 - h * h)
    return np.mean((y - target) ** 2), da.T @ input + h.T @ dy, da.sum(axis=0), dy.sum(axis=0)


@mistake("You take a step with the weight. Return gradients, and leave the step to the optimiser.")
def updates_the_weight(input, target, weight, bias_enc, bias_dec):
    result = autoencoder_grads(input, target, weight, bias_enc, bias_dec)
    weight -= 0.1 * result[1]
    return result


@mistake("The results are always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(*(a.astype(np.float32) for a in (input, target, weight, bias_enc, bias_dec)))


@mistake("float32 inputs come back as float64. Do not convert the inputs, and mind NumPy scalars: use plain Python numbers.")
def returns_float64(input, target, weight, bias_enc, bias_dec):
    return autoencoder_grads(input.astype(np.float64), target, weight, bias_enc, bias_dec)


@right
def by_einsum(input, target, weight, bias_enc, bias_dec):
    h = np.tanh(np.einsum("nd,kd->nk", input, weight) + bias_enc)
    dy = (np.einsum("nk,kd->nd", h, weight) + bias_dec - target) / target.size
    da = np.einsum("nd,kd,nk->nk", dy, weight, 1 - h**2)
    dweight = 2 * (np.einsum("nk,nd->kd", da, input) + np.einsum("nk,nd->kd", h, dy))
    return target.size * np.sum(dy**2), dweight, 2 * da.sum(0), 2 * dy.sum(0)


@right
def sample_by_sample(input, target, weight, bias_enc, bias_dec):
    loss, grads = 0.0, [np.zeros_like(p) for p in (weight, bias_enc, bias_dec)]
    for x, t in zip(input, target, strict=True):
        h = np.tanh(weight @ x + bias_enc)
        error = weight.T @ h + bias_dec - t
        delta = (1 - h) * (1 + h) * (weight @ error)
        loss += error @ error / target.size
        for number, part in enumerate([np.outer(delta, x) + np.outer(h, error), delta, error]):
            grads[number] += 2 * part / target.size
    return loss, *grads


@right
def untied_and_added(input, target, weight, bias_enc, bias_dec):
    encoder, decoder = weight, weight.T
    h = np.tanh(input @ encoder.T + bias_enc)
    dy = 2 * (h @ decoder.T + bias_dec - target) / target.size
    ddecoder, dh = dy.T @ h, dy @ decoder
    da = dh - dh * h**2
    return np.mean((h @ decoder.T + bias_dec - target) ** 2), da.T @ input + ddecoder.T, da.sum(0), dy.sum(0)
