r"""Who answers? The unit of a self-organizing map that is most like the input.

A self-organizing map is a sheet of $R \times C$ units. Each unit $(r, c)$ holds a prototype $w_{rc}$, a vector of $D$ numbers
of the same kind as the inputs. An input $x$ is answered by the unit whose prototype is nearest to it in the space of the
**data**, the *best matching unit*:

$$(r^*, c^*) = \arg\min_{(r,\, c)} \; \lVert x - w_{rc} \rVert^2 = \arg\min_{(r,\, c)} \; \sum_{d} (x_d - w_{rcd})^2$$

Where several prototypes are equally near, the first one answers, read like a page: the smallest row, and in it the smallest
column. Where the units lie on the sheet does not matter otherwise; that will count when they learn.

Inputs and prototypes may lie far from the origin compared with the distances between them, so subtract before you square.

Source: Kohonen 1982, *Self-organized formation of topologically correct feature maps*; Kohonen 1990, *The self-organizing map*,
section II.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def som_bmu(x: Float[Array, "D"], weight: Float[Array, "R C D"]) -> tuple[int, int]:
    """Find the unit whose prototype is nearest to an input.

    Parameters
    ----------
    x : the input.
    weight : the prototypes, one for each row and column of the map.

    Returns
    -------
    Row and column of the best matching unit, two whole numbers, counted from 0.

    Examples
    --------
    >>> top, middle = [[1.0, 3.0], [6.0, 6.0], [1.0, 0.0]], [[4.0, 0.0], [0.0, 5.0], [5.0, 4.0]]
    >>> weight = np.array([top, middle, [[0.0, 6.0], [2.0, 1.0], [5.0, 5.0]]])
    >>> row, column = som_bmu(np.array([2.0, 6.0]), weight)
    >>> int(row), int(column)
    (2, 0)
    """
    raise NotImplementedError("write som_bmu here")
