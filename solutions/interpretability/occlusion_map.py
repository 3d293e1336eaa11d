r"""Where does a network look? Cover a part of the image, see how much the score drops, and move on.

`f` is a black box: it takes an image of shape (C, H, W) and returns one number, the score of a class, say. A square of `patch`
rows and columns slides over the image in steps of `stride`. Under it, **all channels** take the value `fill`; the rest of the
image stays as it is. The map holds what the score **loses** by it:

$$m_{i,j} = f(x) - f(x^{(i,j)}), \qquad
x^{(i,j)}_{c,r,q} = \begin{cases} \text{fill} & i s \le r < i s + p \ \text{and}\ j s \le q < j s + p \\ x_{c,r,q} & \text{else}
\end{cases}$$

A large number marks a place that the score depends on, zero one that makes no difference, and a negative number one that speaks
against the class: without it the score is higher. Each position starts again from the whole image. Only squares that lie
completely inside it count, so the map has $\lfloor (H - p)/s \rfloor + 1$ rows, and likewise columns.

No gradients are needed, but a call of `f` for each position. The answer depends on the size of the square and on the fill,
which should be something that carries no meaning: a black square is no absence of information for a network that looks for
black squares.

`f` neither changes nor keeps its argument. Call it with arrays of the shape and dtype of `x`; it returns a plain number, or a
scalar of your library. The map is a new array in the dtype of `x`, which is float64 or float32. Do not change `x`: in
NumPy it may be read-only.

Source: Zeiler and Fergus 2014, *Visualizing and understanding convolutional networks*, section 4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Occlusion map",
    difficulty=1,
    points=5,
    needs=("convolution/conv_output_size",),
    questions=(
        "How can you visualise what a CNN looks at and what it has learned? Name two ways.",
        "Why are deep learning models called black boxes?",
    ),
    hints=(
        "Every number of the map is an experiment of its own: a fresh copy of the image, a square painted over, one question to "
        "the black box. The score of the whole image is needed in all of them, and has to be asked for only once.",
        "How many squares fit side by side is the question of the output size of a convolution without padding. The square of "
        "map position i, j does not begin at row i and column j of the image, unless the stride is one. And it goes through all "
        "channels: a slice that takes everything along the first axis does that.",
        "Order of the difference: an important place makes the score fall, and its number in the map must be large. So it is the "
        "score of the whole image, less that of the covered one. If your map becomes larger and larger towards the end, the "
        "squares of earlier positions are still there. Before you begin, compare the patch with both sides of the image.",
    ),
    skip={
        "gradients_flow": "f is a black box: its scores come without a graph.",
        "independent": "Neither PyTorch nor SciPy explains models by covering parts of an image.",
    },
)


def occlusion_map(
    f: Callable[[Float[Array, "C H W"]], float],
    x: Float[Array, "C H W"],
    patch: int,
    stride: int = 1,
    fill: float = 0.0,
) -> Float[Array, "PH PW"]:
    """Measure how much the score of an image drops when a square of it is covered, for every place of the square.

    Parameters
    ----------
    f : takes an image and returns its score.
    x : the image.
    patch : rows and columns of the square that covers, at least 1.
    stride : step of the square in pixels, at least 1.
    fill : the value of a covered pixel, in every channel.

    Returns
    -------
    The map of the drops, in the dtype of `x`.

    Raises
    ------
    ValueError
        If the square is larger than the image in either direction. The message contains the word patch.

    Examples
    --------
    >>> x = np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0.0, 1.0, 0.0], [-1.0, 0.0, 2.0]]])
    >>> def f(image):
    ...     return 2.0 * image[0, 0, 2] - image[1, 1, 0] + image[0, 0, 0] * image[1, 1, 2]
    >>> occlusion_map(f, x, 1)
    array([[2., 0., 6.],
           [1., 0., 2.]])
    >>> occlusion_map(f, x, 2, fill=1.0)
    array([[2., 5.]])
    """
    _, height, width = x.shape
    if patch > min(height, width):
        raise ValueError(f"patch {patch} is larger than the image, {height}x{width}")
    score = f(x)
    drops = np.empty(((height - patch) // stride + 1, (width - patch) // stride + 1), x.dtype)
    for i, j in np.ndindex(drops.shape):
        covered = x.copy()
        covered[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = fill
        drops[i, j] = score - f(covered)
    return drops


def show(function):
    """A network that looks for a cross, and what it looks at: covering the cross costs the score; yours, then the reference."""
    import matplotlib.pyplot as plt

    cross = -np.ones((5, 5))
    cross[2] = cross[:, 2] = 1.0
    image = 0.15 * np.random.default_rng(2).normal(size=(1, 20, 24))
    image[0, 3:8, 15:20] += np.clip(cross, 0, 1)
    image[0, 12:17, 4:9] += 0.8 * np.eye(5)

    def score(x):
        windows = np.lib.stride_tricks.sliding_window_view(x[0], cross.shape)
        return float(np.einsum("ijuv,uv->ij", windows, cross).max())

    figure, axes = plt.subplots(1, 3, figsize=(11, 3.2), layout="constrained")
    axes[0].imshow(image[0], cmap="gray")
    axes[0].set_title(f"image: score {score(image):.1f}")
    for ax, name, compute in zip(axes[1:], ("yours", "reference"), (function, occlusion_map)):
        drawn = ax.imshow(compute(score, image, 4, 1, 0.0), cmap="magma", vmin=0, vmax=8)
        ax.set_title(f"{name}: drop of the score")
    figure.colorbar(drawn, ax=axes[2])
    for ax in axes:
        ax.set(xticks=[], yticks=[])
    return figure
