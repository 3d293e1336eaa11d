r"""What standardisation learns from the training set: the mean and the standard deviation of each feature.

Rows are examples and columns are features, $N$ of the one and $D$ of the other. Features come in units of their own, metres
beside euros, so each **column** gets two numbers, taken over all rows:

$$\mu_j = \frac1N \sum_{i=1}^N x_{ij}, \qquad \sigma_j = \sqrt{\frac1N \sum_{i=1}^N (x_{ij} - \mu_j)^2}$$

This is the population form, with $1/N$ and not $1/(N-1)$: it makes the standardised training set have a variance of exactly 1.
(`numpy.std` does so unasked, `torch.std` does not.) Return the pair $(\mu, \sigma)$, two arrays of length $D$. They are kept with
the model, and `standardize_apply` uses them for the training set and, **unchanged**, for every example that comes later.

Two cases decide whether it works on real data. The values of a column may be close together and far from zero, such as dates
in seconds: $\sigma$ must keep its digits there, in float64. And a column may be constant, as a single row always is. Then
$\sigma_j$ is **exactly 0**: not the $10^{-17}$ that is left when three times 0.1 has been added up, divided by three and
subtracted, since somebody will divide by it.

Both results are new arrays in the dtype of `x`; do not change `x`. Entries are finite numbers.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 4.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.std_mean, torch.var_mean, by whatever name.
def standardize_fit(x: Float[Array, "N D"]) -> tuple[Float[Array, "D"], Float[Array, "D"]]:
    """Find the mean and the population standard deviation of every column.

    Parameters
    ----------
    x : training set, one row for each example, at least one.

    Returns
    -------
    The means and the standard deviations of the columns, two arrays of length D in the dtype of `x`.

    Raises
    ------
    ValueError
        If there are no rows. The message names the argument: x.

    Examples
    --------
    >>> mean, std = standardize_fit(np.array([[1.0, 40.0, 0.1], [5.0, 10.0, 0.1], [1.0, 10.0, 0.1], [5.0, 40.0, 0.1]]))
    >>> mean
    array([ 3. , 25. ,  0.1])
    >>> std
    array([ 2., 15.,  0.])
    """
    raise NotImplementedError("write standardize_fit here")
