r"""What a gate does: multiply by a number between 0 and 1 that the network itself has computed.

A memory $c$ shall keep what is worth keeping and take up what is new, $g$. Two gates decide, for each element on its own, how
much of either: the forget gate $f$ tells the share that is **kept**, the input gate $i$ the share that is **written**.

$$c' = f \odot c + i \odot g$$

The gates are two decisions and not one. They need not add up to 1: with both open the new is added to the old, with both closed
the memory is wiped. With $f = 1$ and $i = 0$ the memory stays what it was to the last digit, and so does a gradient on its way
back. This sum, in place of a product with a matrix at each step, is the whole secret of the LSTM.

`f` and `i` have passed their sigmoid already, and whatever `g` had to pass, it has passed. So nothing is squashed here, neither
before nor after. A number outside 0 to 1 is no gate: it is a sign of a sum that was passed on without its sigmoid, and an error.
Exactly 0 and 1 are allowed. Memory and candidate are any finite numbers.

All four arrays have one dtype and one shape, which may be any, and so has the result. Return a new array and do not change the
inputs.

Source: Gers, Schmidhuber and Cummins 2000, *Learning to forget: continual prediction with LSTM*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.addcmul, by whatever name.
def gated_update(
    c: Float[Array, "*shape"], f: Float[Array, "*shape"], i: Float[Array, "*shape"], g: Float[Array, "*shape"]
) -> Float[Array, "*shape"]:
    """Keep a share of the memory and write a share of the candidate.

    Parameters
    ----------
    c : the old memory.
    f : forget gate, the share of the memory that is kept, from 0 to 1.
    i : input gate, the share of the candidate that is written, from 0 to 1.
    g : candidate, what is to be written.

    Returns
    -------
    The new memory, in the shape and dtype of `c`.

    Raises
    ------
    ValueError
        If an element of a gate lies outside 0 to 1. The message names the gate: f, i.

    Examples
    --------
    >>> c, g = np.array([8.0, -2.0, 4.0, 3.0]), np.array([-1.0, 4.0, 0.5, 5.0])
    >>> gated_update(c, f=np.array([0.75, 0.5, 1.0, 0.0]), i=np.array([0.5, 0.25, 0.0, 1.0]), g=g)
    array([5.5, 0. , 4. , 5. ])
    """
    raise NotImplementedError("write gated_update here")
