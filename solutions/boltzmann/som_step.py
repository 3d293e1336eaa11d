r"""How a self-organizing map learns: the winner moves towards the input, and takes its neighbours on the sheet along.

The map is a sheet of $R \times C$ units, and unit $(r, c)$ holds a prototype $w_{rc}$. An input $x$ is answered by the unit
$(r^*, c^*)$ whose prototype is nearest to it, by the Euclidean distance in the space of the data; at a tie the first one, row by
row. Then **all** prototypes move towards $x$, each by its own share:

$$w_{rc} \leftarrow w_{rc} + \eta\, h_{rc}\, (x - w_{rc}), \qquad
h_{rc} = \exp\left(-\frac{(r - r^*)^2 + (c - c^*)^2}{2\,\sigma^2}\right)$$

The neighbourhood $h$ asks for the distance on the **sheet**, in steps between rows and columns; what the prototypes look like
does not matter for it. This is the whole trick: it makes neighbours similar, and in the end the sheet is a map of the data. The
winner has $h = 1$. The sheet has borders and does not wrap around.

$\eta$ is `lr` and $\sigma$ is `sigma`, the radius, which has to be above 0. It may be tiny: then the winner moves alone, and
nothing becomes NaN, not even where $\sigma^2$ is too small for a floating-point number.

Source: Kohonen 1982, *Self-organized formation of topologically correct feature maps*; Kohonen 1990, *The self-organizing map*,
section II.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One step of a self-organizing map",
    difficulty=2,
    points=10,
    needs=("boltzmann/som_bmu",),
    questions=(
        "What is a self-organizing map?",
        "Which unsupervised algorithms does deep learning know: self-organizing maps, deep belief networks, autoencoders?",
    ),
    hints=(
        "Two distances occur, and they live in different spaces. One is between the input and the prototypes, with as many "
        "coordinates as there are features; it decides who wins, and then it is done. The other one is between units on the "
        "sheet, with two coordinates, row and column; it decides how much each unit learns.",
        "For the second one you need the row and the column of every unit, as two tables of the size of the sheet. NumPy gives "
        "them as indices, or you broadcast a column of row numbers against a row of column numbers. Subtract the place of the "
        "winner, square, add up: integers so far. Mind the dtype when you go on with them to floating-point numbers.",
        "Divide the distance by the radius before you square it. The square of a tiny radius may be rounded to zero, and zero "
        "divided by zero is NaN for the winner itself; in the other order the winner gets zero and everybody else something "
        "huge, whose exponential vanishes. Last, give the neighbourhood a third axis of length one, so that it meets the "
        "features.",
    ),
)


def som_step(x: Float[Array, "D"], weight: Float[Array, "R C D"], lr: float, sigma: float) -> Float[Array, "R C D"]:
    """Move the prototypes of a map towards an input.

    Parameters
    ----------
    x : the input.
    weight : the prototypes, one for each row and column of the map.
    lr : learning rate: the share of the way that the winner moves.
    sigma : radius of the neighbourhood on the sheet, above 0.

    Returns
    -------
    The new prototypes, in the dtype of `weight`.

    Raises
    ------
    ValueError
        If `sigma` is not above 0. The message names it: sigma.

    Examples
    --------
    >>> weight = np.array([[[2.0, 0.0], [2.0, 2.0], [4.0, 2.0], [6.0, 0.0]]])
    >>> som_step(np.array([2.0, 3.0]), weight, lr=0.5, sigma=1.0).round(3)
    array([[[2.   , 0.91 ],
            [2.   , 2.5  ],
            [3.393, 2.303],
            [5.729, 0.203]]])
    """
    if not sigma > 0:
        raise ValueError(f"sigma must be above 0, got {sigma}")
    # equivalent: sum => mean, because the smallest sum is the smallest mean
    # equivalent: weight - x => x - weight, because the sign is lost in the square
    distances = ((weight - x) ** 2).sum(axis=-1)
    row, column = np.unravel_index(distances.argmin(), distances.shape)
    rows, columns = np.indices(distances.shape)
    # equivalent: rows - row => row - rows, because the length of a step has no sign
    # equivalent: columns - column => column - columns, because the length of a step has no sign
    steps = np.hypot(rows - row, columns - column) / sigma
    neighbourhood = np.exp(-steps * (steps / 2)).astype(weight.dtype)
    return weight + lr * neighbourhood[..., None] * (x - weight)


def show(function):
    """A map of 8 x 8 prototypes unfolds over a ring of points; yours above the reference."""
    import matplotlib.pyplot as plt

    rng = np.random.default_rng(6)
    angle, radius = rng.uniform(0, 2 * np.pi, 300), rng.uniform(0.6, 1.0, 300)
    data = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    start = 0.1 * rng.normal(size=(8, 8, 2))

    def draw(ax, weight, title):
        ax.plot(*data.T, ".", color="0.8", markersize=3)
        ax.plot(*np.moveaxis(weight, 2, 0), "k-", linewidth=0.8)
        ax.plot(*np.moveaxis(weight, 2, 0).transpose(0, 2, 1), "k-", linewidth=0.8)
        ax.set(title=title, xticks=[], yticks=[], aspect="equal")

    figure, axes = plt.subplots(2, 4, figsize=(11, 5.6), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, som_step)):
        weight, stops = start, iter(line)
        for step, x in enumerate(data):
            if step in (0, 20, 80):
                draw(next(stops), weight, f"{step} steps")
            weight = compute(x, weight, 0.5 * 0.1 ** (step / 300), 4.0 * 0.125 ** (step / 300))
        draw(next(stops), weight, "300 steps")
        line[0].set_ylabel(name, fontsize="large")
    return figure
