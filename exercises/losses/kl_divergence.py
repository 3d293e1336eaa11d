r"""The Kullback-Leibler divergence: how much is lost by describing one distribution with another.

Each row of `target` is a distribution $t$ over $C$ outcomes, each row of `input` another one, $x$, that should describe it. Both
hold **probabilities**, not logarithms. Per row, summed over the outcomes, and then averaged over the $N$ rows:

$$L = \frac1N \sum_{i=1}^{N} \sum_{k=1}^{C} t_{ik} \log \frac{t_{ik}}{x_{ik}}, \qquad
\frac{\partial L}{\partial x_{ik}} = -\frac1N \, \frac{t_{ik}}{x_{ik}}$$

This is $D_{\mathrm{KL}}(t \,\Vert\, x)$, with the natural logarithm. The order matters: the target weights the logarithms, and
exchanging the two gives another number. PyTorch calls this mean over rows `reduction="batchmean"`, and its `"mean"`, which also
divides by $C$, is no divergence. For the gradient each probability counts as a variable of its own; that a row adds up to 1 is
left to the softmax before.

**Zeros.** An outcome with $t = 0$ adds exactly 0, by $0 \log 0 = 0$, and has the gradient 0, whatever $x$ is, even 0. An outcome
with $t > 0$ that $x$ calls impossible, $x = 0$, makes the loss $+\infty$ and its own gradient $-\infty$. That is the right
answer, so do not hide it behind a small number: probabilities as small as $10^{-30}$ keep their exact logarithms.

Both arrays have the same shape and dtype, at least one row and one column, and so has the gradient. Another shape of `target`
is an error. That rows add up to 1 need not be checked. Do not change the inputs.

Source: Kullback and Leibler 1951, *On information and sufficiency*, Annals of Mathematical Statistics 22.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.kl_div, torch.nn.KLDivLoss, torch.kl_div,
# torch.distributions.kl.kl_divergence, scipy.special.rel_entr, scipy.special.kl_div, scipy.stats.entropy, by
# whatever name.
def kl_divergence(input: Float[Array, "N C"], target: Float[Array, "N C"]) -> tuple[float, Float[Array, "N C"]]:
    """Compute the mean divergence of the rows of `target` from those of `input`, and its gradient.

    Parameters
    ----------
    input : the distributions that should describe the target, one a row, as probabilities: 0, or at least 1e-30.
    target : the distributions that are described, in the same shape and dtype.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If the shapes differ. The message names the argument: target.

    Examples
    --------
    >>> x = np.array([[0.5, 0.25, 0.25], [0.2, 0.8, 0.0]])
    >>> t = np.array([[0.25, 0.25, 0.5], [0.4, 0.6, 0.0]])
    >>> loss, grad = kl_divergence(x, t)
    >>> np.round(loss, 6)
    np.float64(0.138968)
    >>> grad
    array([[-0.25 , -0.5  , -1.   ],
           [-1.   , -0.375, -0.   ]])
    >>> kl_divergence(np.array([[1.0, 0.0]]), np.array([[0.5, 0.5]]))
    (np.float64(inf), array([[-0.5, -inf]]))
    """
    raise NotImplementedError("write kl_divergence here")
