r"""Why do people scale features? Because of one number: how much longer than wide is the valley that gradient descent walks in.

Fit a linear model by least squares, $L(w) = \frac{1}{2N} \lVert Xw - y \rVert^2$, with $N$ examples in the rows of $X$ and $D$
features in its columns. The curvature of this loss does not depend on $w$ or $y$. It is the matrix of second derivatives

$$H = \frac1N X^\top X, \qquad \kappa = \frac{\lambda_{\max}(H)}{\lambda_{\min}(H)}$$

and its **condition number** $\kappa \ge 1$, largest eigenvalue by smallest, is what you return. The step size has to suit the
steepest direction, so the flattest one is crossed in about $\kappa$ steps. Features on scales of 1 and 1000 make it a million,
the same features standardised perhaps 1. Use $X$ as it is: do not centre or scale it, for that is what is to be judged.

There is a good way and a bad one to compute it. In $X^\top X$ the digits of the small eigenvalues drown in the rounding of the
large ones. The singular values $\sigma_k$ of $X$ itself say the same, with twice the digits: $\lambda_k(H) = \sigma_k^2 / N$. The
result is to be as exact as they are.

If a feature is a combination of others, some direction has no curvature: $\lambda_{\min} = 0$ and $\kappa$ is **infinite**.
That is so whenever there are fewer examples than features, $N < D$. Otherwise, as rounding hardly ever leaves a true zero, the
smallest singular value counts as 0 where $\sigma_{\min} \le \max(N, D) \cdot \varepsilon \cdot \sigma_{\max}$, with the machine
epsilon $\varepsilon$ of the dtype: the rule of `numpy.linalg.matrix_rank`.

`x` has at least one row and one column, of finite numbers; do not change it. The result is one floating-point number.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without numpy.linalg.cond, torch.linalg.cond, by whatever name.
def hessian_condition_number(x: Float[Array, "N D"]) -> float:
    """Find the condition number of the Hessian of least squares, X^T X / N.

    Parameters
    ----------
    x : examples, one in each row, features in the columns.

    Returns
    -------
    The largest eigenvalue of the Hessian divided by the smallest: a number from 1 to infinity.

    Examples
    --------
    >>> hessian_condition_number(np.array([[1.0, 1000.0], [1.0, -1000.0], [-1.0, 1000.0], [-1.0, -1000.0]]))
    1000000.0
    >>> hessian_condition_number(np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0], [1.0, -1.0]]))
    3.0
    >>> hessian_condition_number(np.array([[1.0, 2.0], [3.0, 6.0], [-2.0, -4.0]]))
    inf
    """
    raise NotImplementedError("write hessian_condition_number here")
