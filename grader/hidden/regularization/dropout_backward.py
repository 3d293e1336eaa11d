"""Hidden tests of regularization/dropout_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.dropout_backward import dropout_backward

independent = "torch.ops.aten.native_dropout_backward(grad_output, mask > 0, mask.max().item())"


def sample(rng, size="small"):
    """The mask of p = 0.3, with other units dropped in every row."""
    shape = (1, 1) if size == "ones" else (6, 5, 7)
    return rng.normal(size=shape), (rng.random(shape) >= 0.3) / (1 - 0.3)


def test_dropped_and_kept(yours, rng):
    """A dropped unit gets no gradient, a kept one its gradient divided by 1 - p."""
    grad_output, kept = rng.integers(1, 9, (4, 5)).astype(float), rng.random((4, 5)) >= 0.5
    agree(yours(grad_output, kept * 4.0), np.where(kept, 4 * grad_output, 0.0), exact=True)


def test_is_the_derivative(yours, rng):
    """It is the derivative of the loss by the input, by small steps through the forward pass with the same mask."""
    x, weight, step = rng.normal(size=(3, 4)), rng.normal(size=(3, 4)), 1e-30
    mask = np.array([[0.0, 1.25, 1.25, 0.0], [1.25, 1.25, 0.0, 1.25], [1.25, 0.0, 1.25, 1.25]])

    def loss(z):  # with z complex, the imaginary part of the loss is the derivative, without rounding error
        return np.sum(weight * np.sin(z * mask))

    steps = 1j * step * np.eye(12).reshape(12, 3, 4)
    slope = np.array([np.imag(loss(x + s)) / step for s in steps]).reshape(3, 4)
    agree(yours(weight * np.cos(x * mask), mask), slope)


def test_nothing_dropped(yours, rng):
    """A mask of ones, as in evaluation, lets the gradient through as it is, in a new array."""
    grad_output = rng.normal(size=(2, 5))
    agree(yours(grad_output, np.full((2, 5), 1.0)), grad_output, exact=True)


def test_everything_dropped(yours, rng):
    """If everything was dropped, all gradients are zero and none is NaN; if one unit was kept, it gets all of it."""
    grad_output, mask = rng.normal(size=(3, 2)), np.zeros((3, 2))
    mask[1, 1] = 64.0
    agree(yours(grad_output, mask), np.array([[0, 0], [0, 64 * grad_output[1, 1]], [0, 0]]), exact=True)
    agree(yours(grad_output, np.zeros((3, 2))), np.zeros((3, 2)), exact=True)


def test_mean_over_all_masks(yours, rng):
    """Averaged over all masks, the gradient is the one without dropout: that is what the scale is for."""
    grad_output = rng.integers(1, 9, 3).astype(float)
    masks = [np.array([i & 1, i & 2, i & 4]) > 0 for i in range(8)]
    share = [0.75 ** kept.sum() * 0.25 ** (3 - kept.sum()) for kept in masks]
    results = [yours(grad_output, kept / 0.75) for kept in masks]
    agree(sum(w * r for w, r in zip(share, results, strict=True)), grad_output)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    grad_output, mask = np.asarray(rng.normal(size=shape)), np.asarray((rng.random(shape) >= 0.4) / 0.6)
    agree(yours(grad_output, mask), dropout_backward(grad_output, mask))
    agree(yours(grad_output, mask * 0 + 2.5), 2.5 * grad_output)


def test_mask_of_another_shape(yours, rng):
    """A mask of another shape raises a ValueError that names it, also where it could be broadcast."""
    for shape in [(1, 3), (4, 1), (3,), (), (3, 4), (6, 2), (2, 4, 3)]:
        with pytest.raises(ValueError, match="mask"):
            yours(rng.normal(size=(4, 3)), (rng.random(shape) >= 0.2) / 0.8)


@mistake("The gradient from above is missing: this is only the mask. Multiply it by grad_output.")
def drops_grad_output(grad_output, mask):
    dropout_backward(grad_output, mask)
    return mask.copy()


@mistake(
    "The scale is missing. What was kept was made louder in the forward pass: multiply by the mask as it is, and not by 0 or 1."
)
def forgets_the_scale(grad_output, mask):
    return dropout_backward(grad_output, (mask != 0).astype(grad_output.dtype))


@mistake("The scale is applied twice. The mask has it already: multiply by the mask, and by nothing else.")
def scales_twice(grad_output, mask):
    return dropout_backward(grad_output, mask) * mask.max()


@mistake("You divide kept gradients by the mask. The chain rule multiplies: kept units had more influence, not less.")
def divides_by_the_mask(grad_output, mask):
    inverse = np.divide(1, mask, out=np.zeros_like(mask), where=mask != 0)
    return dropout_backward(grad_output, inverse)


@mistake("The gradient goes through the units that were dropped. They had no influence: it goes through the others.")
def lets_the_dropped_through(grad_output, mask):
    return dropout_backward(grad_output, mask.max() - mask)


@mistake("All units get a gradient, the dropped ones too. They had no influence on the loss: multiply by the mask.")
def lets_everything_through(grad_output, mask):
    return dropout_backward(grad_output, mask * 0 + mask.max())


@mistake("The gradient comes back as it is, as if there were no dropout. Multiply it by the mask of the forward pass.")
def ignores_the_mask(grad_output, mask):
    return dropout_backward(grad_output, mask * 0 + 1)


@mistake("Another mask is drawn for the way back. It must be the one of the forward pass: the mask that is given.")
def draws_another_mask(grad_output, mask):
    return dropout_backward(grad_output, mask[::-1] if mask.ndim else mask.max() - mask)


@mistake("You scale by the share of units that happened to be kept. The scale is 1 / (1 - p), and it is in the mask.")
def scales_by_the_share_kept(grad_output, mask):
    kept = (mask != 0).astype(grad_output.dtype)
    return dropout_backward(grad_output, kept / max(float(kept.mean()), 1e-9))


@mistake("The first sample's mask is used for the whole batch. Every sample dropped its own units: multiply by all of the mask.")
def repeats_one_mask(grad_output, mask):
    dropout_backward(grad_output, mask)
    return grad_output * (mask[:1] if mask.ndim > 1 else mask)


@mistake(
    "You divide by the size of the batch. If the loss is a mean, grad_output has that factor already: multiply by the mask only."
)
def divides_by_the_batch_size(grad_output, mask):
    return dropout_backward(grad_output, mask) / (len(mask) if mask.ndim > 1 else 1)


@mistake("The results are float64 whatever grad_output is. Do not convert the inputs: the product keeps their dtype.")
def returns_float64(grad_output, mask):
    return dropout_backward(grad_output.astype(np.float64), mask)


@mistake("You multiply grad_output in place. Return a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, mask):
    grad_output[...] = dropout_backward(grad_output, mask)
    return grad_output


@mistake("You write the product into the mask. Return a new array: the mask may be needed once more.")
def overwrites_the_mask(grad_output, mask):
    mask[...] = dropout_backward(grad_output, mask)
    return mask


@mistake("Where the mask is all ones you hand back grad_output itself. Return a new array in every case.")
def hands_back_what_does_not_change(grad_output, mask):
    new = dropout_backward(grad_output, mask)
    return grad_output if (mask == 1).all() else new


@mistake(
    "A mask of another shape passes unnoticed: one row of it drops the same units in all samples. Raise ValueError, naming mask."
)
def broadcasts_the_mask(grad_output, mask):
    return grad_output * mask


@mistake("You compare how many entries there are. A mask of another shape may have as many: compare the shapes.")
def compares_sizes_only(grad_output, mask):
    return dropout_backward(grad_output, mask.reshape(grad_output.shape) if mask.size == grad_output.size else mask)


@right
def number_by_number(grad_output, mask):
    if grad_output.shape != mask.shape:
        raise ValueError("the mask has another shape")
    result = np.zeros_like(grad_output)
    for index in np.ndindex(mask.shape):
        if mask[index] != 0:
            result[index] = mask[index] * grad_output[index]
    return result


@right
def by_where(grad_output, mask):
    if mask.ndim != grad_output.ndim or any(a != b for a, b in zip(mask.shape, grad_output.shape, strict=True)):
        raise ValueError("mask")
    return np.where(mask == 0, np.zeros_like(grad_output), grad_output * mask.max(initial=0))


@right
def on_flat_arrays(grad_output, mask):
    if np.shape(mask) != np.shape(grad_output):
        raise ValueError(f"mask {mask.shape}")
    return np.einsum("i,i->i", mask.ravel(), grad_output.ravel()).reshape(mask.shape)
