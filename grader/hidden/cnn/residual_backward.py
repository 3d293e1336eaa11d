"""Hidden tests of cnn/residual_backward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.cnn.residual_backward import residual_backward

independent = (
    "torch.autograd.functional.vjp(lambda x, weight1, bias1, weight2, bias2, proj: torch.relu(F.linear(x, proj) "
    "+ F.linear(torch.relu(F.linear(x, weight1, bias1)), weight2, bias2)), "
    "(x, weight1, bias1, weight2, bias2, proj), grad_output)[1]"
)


def sample(rng, size="small"):
    """Every axis has its own length, so there is a projection; both ReLUs let some pass and stop some."""
    n, i, h, o = (1, 1, 1, 1) if size == "ones" else (5, 3, 6, 4)
    shapes = (n, o), (n, i), (h, i), (h,), (o, h), (o,), (o, i)
    return tuple(rng.normal(size=shape) for shape in shapes)


def integers(rng, o=4):
    """Whole numbers with biases in between, so that no sum is exactly zero; a square block where o is 4."""
    shapes = (6, o), (6, 4), (5, 4), (5,), (o, 5), (o,)
    grad_output, x, weight1, bias1, weight2, bias2 = (rng.integers(-3, 4, shape).astype(float) for shape in shapes)
    return grad_output, x, weight1, bias1 + 0.5, weight2, bias2 + 0.25


def forward(x, weight1, bias1, weight2, bias2, proj=None):
    hidden = np.maximum(x @ weight1.T + bias1, 0)
    return np.maximum((x if proj is None else x @ proj.T) + hidden @ weight2.T + bias2, 0)


def test_identity_shortcut(yours, rng):
    """Without a projection there are five gradients, exact for whole numbers."""
    args = integers(rng)
    agree(yours(*args), residual_backward(*args), exact=True)
    agree(yours(*args, None), residual_backward(*args), exact=True)


def test_projection(yours, rng):
    """With a projection there are six, and it is used although x would fit without it."""
    for o in (4, 2, 7):
        args = *integers(rng, o), rng.integers(-3, 4, (o, 4)).astype(float)
        agree(yours(*args), residual_backward(*args), exact=True)


def test_is_the_derivative(yours, rng):
    """Moving one argument a little, up and down, changes the loss as its gradient says, with and without a projection."""
    step = 2.0**-9
    for projected in (False, True):
        grad_output, *args = integers(rng, 4 - projected)
        if projected:
            args.append(rng.integers(-3, 4, (3, 4)).astype(float))
        gradients = yours(grad_output, *args)
        for number, argument in enumerate(args):
            direction = rng.integers(-1, 2, argument.shape)
            up, down = (forward(*args[:number], argument + sign * step * direction, *args[number + 1 :]) for sign in (1, -1))
            agree(np.sum(gradients[number] * direction), np.sum(grad_output * (up - down)) / (2 * step), exact=True)


def test_block_that_does_nothing(yours, rng):
    """With a second layer of zero the whole gradient arrives at x, wherever x is positive."""
    grad_output, x, weight1, bias1, weight2, bias2 = integers(rng)
    got = yours(grad_output, x, weight1, bias1, 0 * weight2, 0 * bias2)
    agree(got[0], np.where(x > 0, grad_output, 0.0), exact=True)
    agree(got[1], np.zeros((5, 4)))


def test_thirty_blocks(yours, rng):
    """Through thirty blocks in which the layers hardly speak, the gradient arrives as it set out."""
    grad_output, _, weight1, bias1, weight2, bias2 = integers(rng)
    gradient, x = grad_output, rng.uniform(1.0, 2.0, (6, 4))
    for _ in range(30):
        gradient = yours(gradient, x, weight1, bias1, 0 * weight2, 0 * bias2)[0]
    agree(gradient, grad_output)


def test_sums_of_exactly_zero(yours, rng):
    """At exactly zero either ReLU is flat."""
    one = np.array([[1.0]])
    for x, bias1, bias2 in [(1.0, -2.0, 0.5), (-1.0, 0.5, 1.0), (0.25, -0.25, -0.75)]:
        args = 3.0 * one, x * one, 2.0 * one, np.array([bias1]), 1.0 * one, np.array([bias2])
        agree(yours(*args), residual_backward(*args), exact=True)


def test_samples_add_up(yours, rng):
    """The gradients of the parameters are those of the single samples, added up."""
    grad_output, x, *params = integers(rng)
    single = [residual_backward(grad_output[[n]], x[[n]], *params)[1:] for n in range(6)]
    agree(yours(grad_output, x, *params)[1:], tuple(sum(each) for each in zip(*single, strict=True)), exact=True)


def pieces(grad_output, x, weight1, bias1, weight2, bias2, proj):
    """Weighted sums, and the gradients by them."""
    z1 = x @ weight1.T + bias1
    z2 = (x if proj is None else x @ proj.T) + np.maximum(z1, 0) @ weight2.T + bias2
    delta2 = grad_output * (z2 > 0)
    return z1, z2, (delta2 @ weight2) * (z1 > 0), delta2


def collect(x, weight1, weight2, proj, z1, delta1, delta2):
    back = delta2 if proj is None else delta2 @ proj
    parts = delta1 @ weight1 + back, delta1.T @ x, delta1.sum(0), delta2.T @ np.maximum(z1, 0), delta2.sum(0)
    return parts if proj is None else (*parts, delta2.T @ x)


@mistake("The gradient that comes over the shortcut is missing. Two paths lead back to x: add up what arrives on both.")
def drops_the_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    _, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    _, _, delta1, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return delta1 @ weight1, *others


@mistake("With a projection nothing comes back over the shortcut. Multiply the masked gradient by proj and add it, too.")
def drops_the_projected_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    plain = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return plain if proj is None else drops_the_shortcut(grad_output, x, weight1, bias1, weight2, bias2, proj)


@mistake("Over the shortcut comes grad_output as it is. The last ReLU stands after the sum: mask before the gradient splits.")
def leaves_the_shortcut_unmasked(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    first, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    _, z2, _, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    stopped = grad_output * (z2 <= 0)
    return first + (stopped if proj is None else stopped @ proj), *others


@mistake("The last ReLU is ignored. Where the sum of both paths is not positive, nothing comes back.")
def forgets_the_last_relu(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    return collect(x, weight1, weight2, proj, z1, (grad_output @ weight2) * (z1 > 0), grad_output)


@mistake("The hidden ReLU is ignored. A hidden unit that was not positive passes no gradient on.")
def forgets_the_hidden_relu(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, _, _, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return collect(x, weight1, weight2, proj, z1, delta2 @ weight2, delta2)


@mistake("You rectify the gradient. Its sign does not matter: what counts is where the sum of the forward pass was positive.")
def rectifies_the_gradient(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    return residual_backward(np.maximum(grad_output, 0), x, weight1, bias1, weight2, bias2, proj)


@mistake("At a sum of exactly zero you let the gradient pass. There the slope of ReLU is 0 here: compare with > and not >=.")
def passes_at_zero(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, z2, _, _ = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    delta2 = grad_output * (z2 >= 0)
    return collect(x, weight1, weight2, proj, z1, (delta2 @ weight2) * (z1 >= 0), delta2)


@mistake("The gradients of weights and biases are means over the batch. Add up: a mean has its factor in grad_output already.")
def averages_over_the_batch(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    first, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return first, *(gradient / len(x) for gradient in others)


@mistake("The second weight's gradient is made with the sums before ReLU. What went into this layer is the rectified h.")
def multiplies_by_z1(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1, _, _, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    gradients = list(residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj))
    gradients[3] = delta2.T @ z1
    return tuple(gradients)


@mistake("The gradients of the weights are turned over. Each has the shape of its weight, (out, in).")
def transposes_the_gradients(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    dx, dw1, db1, dw2, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return dx, dw1.T.copy(), db1, dw2.T.copy(), *others


@mistake("The gradients of the biases still have the batch axis. All samples share a bias: sum over the samples.")
def keeps_the_batch_in_the_biases(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    _, _, delta1, delta2 = pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)
    dx, dw1, _, dw2, _, *others = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return dx, dw1, delta1, dw2, delta2, *others


@mistake("Without a projection there is a sixth result, None. Return five gradients then, and six only with a projection.")
def returns_none_for_no_projection(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return gradients if proj is not None else (*gradients, None)


@mistake("The projection has no gradient. It is a weight that learns like the others: return its gradient as the sixth.")
def forgets_to_train_the_projection(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    return residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)[:5]


@mistake("The gradients are float64 although the arrays are float32. Do not convert, and make masks of booleans or x.dtype.")
def returns_float64(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    return tuple(gradient.astype(np.float64) for gradient in gradients)


@mistake("You mask grad_output in place. Work on an array of your own: the caller may still need it.")
def overwrites_grad_output(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    gradients = residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj)
    grad_output *= pieces(grad_output, x, weight1, bias1, weight2, bias2, proj)[1] > 0
    return gradients


@right
def sample_by_sample(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    dx, dw1, db1 = np.zeros_like(x), np.zeros_like(weight1), np.zeros_like(bias1)
    dw2, db2, dp = np.zeros_like(weight2), np.zeros_like(bias2), None if proj is None else np.zeros_like(proj)
    for n in range(len(x)):
        z1 = weight1 @ x[n] + bias1
        hidden = np.where(z1 > 0, z1, 0 * z1)
        z2 = (x[n] if proj is None else proj @ x[n]) + weight2 @ hidden + bias2
        delta2 = np.where(z2 > 0, grad_output[n], 0 * z2)
        delta1 = np.where(z1 > 0, weight2.T @ delta2, 0 * z1)
        dx[n] = weight1.T @ delta1 + (delta2 if proj is None else proj.T @ delta2)
        dw1 += np.outer(delta1, x[n])
        db1 += delta1
        dw2 += np.outer(delta2, hidden)
        db2 += delta2
        if proj is not None:
            dp += np.outer(delta2, x[n])
    return (dx, dw1, db1, dw2, db2) if proj is None else (dx, dw1, db1, dw2, db2, dp)


@right
def with_an_identity_for_a_projection(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    matrix = np.eye(x.shape[1], dtype=x.dtype) if proj is None else proj
    hidden = (x @ weight1.T + bias1).clip(0)
    y = (x @ matrix.T + hidden @ weight2.T + bias2).clip(0)
    back = np.where(y > 0, grad_output, np.zeros_like(y))
    deeper = np.einsum("no,oh,nh->nh", back, weight2, (hidden > 0).astype(x.dtype))
    gradients = (
        np.einsum("nh,hi->ni", deeper, weight1) + np.einsum("no,oi->ni", back, matrix),
        np.einsum("nh,ni->hi", deeper, x),
        np.einsum("nh->h", deeper),
        np.einsum("no,nh->oh", back, hidden),
        np.einsum("no->o", back),
    )
    return gradients if proj is None else (*gradients, np.einsum("no,ni->oi", back, x))
