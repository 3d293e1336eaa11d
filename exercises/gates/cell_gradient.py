r"""The constant error carousel: what is left of a gradient when it goes back along the cells of an LSTM.

The cell is updated by $c_t = f_t \odot c_{t-1} + i_t \odot g_t$. Hold the gates fixed and follow the direct path from the last
cell back to an earlier one. At each step the gradient is multiplied by the forget gate, element by element, and by nothing else:
no matrix, no slope of a sigmoid or tanh. So, with $T$ steps,

$$\frac{\partial c_T}{\partial c_t} = \prod_{s=t+1}^{T} f_s, \qquad t = 1, \dots, T$$

The product runs over the **later** gates. The gate $f_t$ of step $t$ itself is not among them: it lies between $c_{t-1}$ and
$c_t$. For $t = T$ no gate is left, and the empty product is 1.

`f[n, t]` holds the $H$ forget gates of one step, batch first, and the result has the same shape: `[:, -1]` belongs to $c_T$ and
is 1 everywhere, `[:, 0]` belongs to the first cell. (The gates of the first step have no influence then.) Gates that are
exactly 1 let everything pass for ever. A gate that is exactly 0 stops what comes from before it, and nothing is NaN.

The true gradient has more paths, since gates and candidates depend on $h$, and so on earlier cells; these go through weights
and slopes and may vanish or explode as in any recurrent network. The result has the dtype of `f`. Return a new array and do not
change the input.

Source: Hochreiter and Schmidhuber 1997, *Long short-term memory*, section 3.1; Gers, Schmidhuber and Cummins 2000, *Learning to
forget*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def cell_gradient(f: Float[Array, "N T H"]) -> Float[Array, "N T H"]:
    """Multiply up the forget gates that lie between each cell and the last one.

    Parameters
    ----------
    f : forget gates of N sequences at T steps, for H units, from 0 to 1; T is at least 1.

    Returns
    -------
    The derivative of the last cell by the cell after each step, along the direct path, in the dtype of `f`.

    Examples
    --------
    >>> cell_gradient(np.array([[[0.5, 1.0], [0.25, 1.0], [0.5, 0.75], [0.125, 1.0]]]))
    array([[[0.015625, 0.75    ],
            [0.0625  , 0.75    ],
            [0.125   , 1.      ],
            [1.      , 1.      ]]])
    """
    raise NotImplementedError("write cell_gradient here")
