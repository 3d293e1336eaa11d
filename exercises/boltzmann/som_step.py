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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write som_step here")
