"""Hidden tests of gradient_descent/gd_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.gd_step import gd_step

independent = "[torch.add(p, g, alpha=-lr) for p, g in zip(params, grads)]"


def sample(rng, size="small"):
    """A negative number first, two parameters of the same shape, and a learning rate whose square and inverse differ from it."""
    shapes = [(1, 1), (1,), (1,)] if size == "ones" else [(3, 2), (4,), (2, 5, 3), (4,)]
    params, grads = ([rng.normal(size=shape) for shape in shapes] for _ in range(2))
    params[0][0, 0] = -abs(params[0][0, 0])
    return params, grads, 0.3


def test_downhill(yours):
    """The step goes against the gradient: on x squared, from either side, it leads towards zero."""
    x = np.array([3.0, -5.0])
    agree(yours([x], [2 * x], 0.25), [np.array([1.5, -2.5])], exact=True)


def test_lands_in_the_minimum(yours):
    """On a parabola of curvature 8 a learning rate of 1/8 leads to the minimum in one step."""
    agree(yours([np.array([7.0])], [8 * np.array([7.0 - 2.0])], 0.125), [np.array([2.0])], exact=True)


def test_many_steps(yours):
    """Step after step on a parabola, the distance to the minimum shrinks by the same factor."""
    x = [np.array([3.0, -1.0])]
    for _ in range(12):
        x = yours(x, [4 * x[0]], 0.125)
    agree(x, [np.array([3.0, -1.0]) / 2**12], exact=True)


def test_loss_falls(yours, rng):
    """The loss of a linear model falls by the learning rate times the squared length of the gradient, to first order."""
    x, target, weight, bias = rng.normal(size=(5, 3)), rng.normal(size=5), rng.normal(size=3), np.array(0.5)

    def loss(w, b):
        return np.mean((x @ w + b - target) ** 2)

    error = 2 * (x @ weight + bias - target) / 5
    grads, lr = [error @ x, np.array(error.sum())], 1e-4
    new = yours([weight, bias], grads, lr)
    fall = (loss(weight, bias) - loss(*new)) / (lr * sum(float(np.sum(g * g)) for g in grads))
    agree(bool(0.99 < fall < 1.0), True)


def test_every_gradient_at_its_place(yours, rng):
    """Each parameter is moved by the gradient at its own place in the list, even if all have the same shape."""
    params, grads = (list(rng.integers(-9, 10, (4, 2, 2)).astype(float)) for _ in range(2))
    agree(yours(params, grads, 0.5), [p - g / 2 for p, g in zip(params, grads, strict=True)], exact=True)


def test_learning_rate_of_zero(yours, rng):
    """With a learning rate of 0 nothing moves, and the arrays are new all the same."""
    params, grads, _ = sample(rng)
    agree(yours(params, grads, 0.0), params, exact=True)


def test_gradient_of_zero(yours):
    """Where the gradient is zero nothing moves, and a tiny gradient counts."""
    tiny = np.array([0.0, -1e-20, 0.0, 0.0])
    agree(yours([np.zeros(3), np.zeros(4)], [np.zeros(3), tiny], 0.5), [np.zeros(3), -tiny / 2])


def test_empty_model(yours, rng):
    """A model without parameters has none after the step either, and another one keeps parameters without entries."""
    agree(yours([], [], 0.5), [])
    agree(
        yours([np.zeros((0, 3)), np.array([2.0])], [np.zeros((0, 3)), np.array([-6.0])], 0.5), [np.zeros((0, 3)), np.array([5.0])]
    )


@pytest.mark.parametrize("drop", ["gradient", "parameter"])
def test_lists_of_different_lengths(yours, rng, drop):
    """A gradient too few or too many raises a ValueError that names grads."""
    params, grads, lr = sample(rng)
    (grads if drop == "gradient" else params).pop()
    with pytest.raises(ValueError, match="grads"):
        yours(params, grads, lr)


@pytest.mark.parametrize("shape", [(1, 2), (2, 1), (1,), (), (3,)], ids=["row", "column", "one", "number", "longer"])
def test_gradient_of_another_shape(yours, rng, shape):
    """A gradient of another shape raises a ValueError that names grads, also where it could be broadcast."""
    params, grads = [rng.normal(size=(2, 2)), rng.normal(size=2)], [rng.normal(size=(2, 2)), rng.normal(size=shape)]
    with pytest.raises(ValueError, match="grads"):
        yours(params, grads, 0.1)


@mistake("The parameters walk uphill, since the gradient is added. Subtract the learning rate times the gradient.")
def adds_the_gradient(params, grads, lr):
    return gd_step(params, grads, -lr)


@mistake("The learning rate has no effect. Multiply each gradient by lr before you subtract it.")
def forgets_the_learning_rate(params, grads, lr):
    return gd_step(params, grads, 1.0)


@mistake("You return the step and not the place where it leads. Subtract lr times the gradient from the parameter.")
def returns_the_step(params, grads, lr):
    return [new - p for new, p in zip(gd_step(params, grads, lr), params, strict=True)]


@mistake("Weight decay is in your step: the parameter itself shrinks by lr. Subtract lr times the gradient and nothing else.")
def shrinks_the_parameters(params, grads, lr):
    return [new - lr * p for new, p in zip(gd_step(params, grads, lr), params, strict=True)]


@mistake(
    "You use the sign of the gradient only, so every entry moves by lr. Its size counts as well: multiply lr by the gradient."
)
def uses_the_sign_only(params, grads, lr):
    return gd_step(params, [np.sign(g) for g in grads], lr)


@mistake("You divide each gradient by its length, so that all steps are equally long. Take the gradient as it is, times lr.")
def normalises_the_gradient(params, grads, lr):
    with np.errstate(invalid="ignore"):
        return gd_step(params, [g / np.sqrt(np.sum(g * g)).astype(g.dtype) for g in grads], lr)


@mistake("You move all entries of a parameter by the mean of its gradient. Every entry moves by its own partial derivative.")
def averages_the_gradient(params, grads, lr):
    return gd_step(params, [g * 0 + (g.mean() if g.size else 0) for g in grads], lr)


@mistake(
    "You divide by the length of the first axis, as if it were a batch. A gradient is taken as it is: multiply it by lr only."
)
def divides_by_the_first_axis(params, grads, lr):
    return gd_step(params, [g / max(len(g), 1) if g.ndim else g for g in grads], lr)


@mistake("You divide by the number of parameters. Every gradient is taken as it is: multiply it by lr, and by nothing else.")
def divides_by_the_number_of_parameters(params, grads, lr):
    return gd_step(params, grads, lr / max(len(params), 1))


@mistake("Only the first parameter is moved. Walk over both lists, side by side, and move them all.")
def moves_the_first_only(params, grads, lr):
    return gd_step(params[:1], grads[:1], lr) + [p.copy() for p in gd_step(params, grads, 0.0)[1:]]


@mistake(
    "You look a gradient up by the shape of its parameter, and two parameters of one shape get the same. It is the place in "
    "the list that pairs them: walk over both side by side."
)
def pairs_by_shape(params, grads, lr):
    gd_step(params, grads, lr)
    by_shape = {g.shape: g for g in grads}
    return gd_step(params, [by_shape[p.shape] for p in params], lr)


@mistake("You write the new values into the arrays of the caller. Return new ones: an expression such as p - lr * g makes them.")
def steps_in_place(params, grads, lr):
    for param, new in zip(params, gd_step(params, grads, lr), strict=True):
        param[...] = new
    return params


@mistake("With a learning rate of 0 you hand back the arrays of the caller. Return new arrays in every case.")
def hands_back_what_does_not_move(params, grads, lr):
    new = gd_step(params, grads, lr)
    return list(params) if lr == 0 else new


@mistake("Float32 parameters come back as float64. Do not convert them, and let lr be a plain Python number.")
def returns_float64(params, grads, lr):
    return gd_step([p.astype(np.float64) for p in params], grads, lr)


@mistake(
    "zip stops at the end of the shorter list, so that a missing gradient drops a parameter without a word. Compare the "
    "lengths, and raise a ValueError that names grads."
)
def stops_at_the_shorter_list(params, grads, lr):
    shared = min(len(params), len(grads))
    return gd_step(params[:shared], grads[:shared], lr)


@mistake(
    "A gradient of another shape is broadcast, and the parameter may change its shape. Compare the shapes first, and raise a "
    "ValueError that names grads."
)
def broadcasts_the_gradient(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads: wrong number")
    return [p - lr * g for p, g in zip(params, grads, strict=True)]


@mistake(
    "You compare the shapes only after the step. The old shapes count: compare those of grads and params before you subtract."
)
def checks_the_shape_of_the_result(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads: wrong number")
    new = [p - lr * g for p, g in zip(params, grads, strict=True) if np.broadcast_shapes(p.shape, g.shape) == p.shape]
    if len(new) < len(params):
        raise ValueError("grads: wrong shape")
    return new


@right
def one_after_another(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("not as many grads as params")
    new = []
    for i in range(len(params)):
        if grads[i].shape != params[i].shape:
            raise ValueError(f"grads[{i}] has another shape")
        moved = params[i].copy()
        moved -= lr * grads[i]
        new.append(moved)
    return new


@right
def entry_by_entry(params, grads, lr):
    if [p.shape for p in params] != [g.shape for g in grads]:
        raise ValueError("grads")
    new = [np.empty_like(p) for p in params]
    for n, p, g in zip(new, params, grads, strict=True):
        for index in np.ndindex(p.shape):
            n[index] = p[index] - p.dtype.type(lr) * g[index]
    return new


@right
def by_map(params, grads, lr):
    def step(param, grad):
        if param.shape != grad.shape:
            raise ValueError("grads: shape")
        return np.subtract(param, np.multiply(grad, lr))

    if len(grads) != len(params):
        raise ValueError("grads: length")
    return list(map(step, params, grads))
