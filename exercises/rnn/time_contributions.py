r"""What vanishes in a recurrent network: how much each step of the past has to say in the gradient of one shared matrix.

The forward pass is the plain recurrent network, $z_t = W_{ih}\,x_t + b_{ih} + W_{hh}\,h_{t-1} + b_{hh}$ and $h_t = \tanh z_t$.
The loss looks at the last state only, and `grad_output` is $\partial L / \partial h_T$. On the way back through time

$$\delta_T = \frac{\partial L}{\partial h_T} \odot (1 - h_T^2), \qquad
\delta_t = W_{hh}^{\mathsf T}\,\delta_{t+1} \odot (1 - h_t^2)$$

Every step uses the **same** $W_{hh}$, so its gradient is a sum over the steps, and the share of step $t$ is a matrix. Its size is
what you return, the Frobenius norm (root of the sum of the squares of all entries):

$$\frac{\partial L}{\partial W_{hh}} = \sum_{t=1}^{T} G_t, \qquad G_t = \sum_{n=1}^{N} \delta_{n,t}\, h_{n,t-1}^{\mathsf T},
\qquad c_t = \lVert G_t \rVert_F$$

So within a step the shares of the $N$ sequences are added first, and then the norm is taken. The first step counts like the
others, with $h_0$ as the state before it. The result has one number for each step **in the order of time**: the first one belongs
to the step that is farthest back, and usually it is the smallest.

Do not conclude that "early layers learn slowly": there is one matrix only, and it learns from the near past. Where $W_{hh}$ is
large enough the sizes grow backwards in time instead, which is the other disaster.

Layout as in the forward pass: batch first, weights are (out, in), $T$ is at least 1. All arrays share one dtype, and the result
has it too. Return a new array and do not change the inputs.

Source: Pascanu, Mikolov and Bengio 2013, *On the difficulty of training recurrent neural networks*, section 2 (equations 3 to 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def time_contributions(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    grad_output: Float[Array, "N H"],
) -> Float[Array, " T"]:
    """Measure the share that each step has in the gradient of `weight_hh`.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the state of each sequence before its first step.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.
    grad_output : gradient of the loss by the last state of each sequence.

    Returns
    -------
    The Frobenius norm of each step's share, the first step first, in the dtype of `x`.

    Examples
    --------
    >>> x, h0 = np.array([[[1.0], [-2.0], [0.5]]]), np.array([[0.5]])
    >>> weight_ih, weight_hh = np.array([[0.5]]), np.array([[-0.8]])
    >>> bias_ih, bias_hh = np.array([0.25]), np.array([0.5])
    >>> time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, np.array([[-2.0]]))
    array([0.03172093, 0.10490238, 0.22677803])
    """
    raise NotImplementedError("write time_contributions here")
