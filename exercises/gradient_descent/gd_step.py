r"""One step of gradient descent: the line of code at the bottom of every training loop.

The gradient of the loss $L$ points uphill, where the loss grows fastest. So every parameter moves a little the other way:

$$\theta \leftarrow \theta - \eta\, \nabla_\theta L(\theta)$$

The learning rate $\eta$, called `lr`, says how far. It is the same for all parameters of the model, and it multiplies the
gradient as it is: nothing is divided by its length, by the number of samples or by the number of parameters. For a small
enough $\eta$ the loss goes down, by about $\eta\,\lVert\nabla L\rVert^2$, unless the gradient is zero. Only that is promised:
neither that the place where the steps end is the lowest of all, nor that a large step does no harm.

A model has several parameters: weight matrices, bias vectors, perhaps a single number. They come as a list, and their
gradients as a second list in the same order. Every gradient belongs to the parameter at its own place, and has exactly its
shape. Broadcasting would hide a mistake: a bias of shape (3,) minus a gradient of shape (3, 1) is a matrix. So check the
shapes and the lengths of the lists. An empty model, with two empty lists, stays empty.

Return a list of new arrays in the dtype of the parameters, which is also that of the gradients. The caller keeps the old ones,
so nothing is changed in place, also with a learning rate of 0.

Source: Cauchy 1847, *Méthode générale pour la résolution des systèmes d'équations simultanées*; Goodfellow, Bengio and
Courville 2016, *Deep Learning*, section 4.3. It is `torch.optim.SGD` without its options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
def gd_step(params: list[Float[Array, "..."]], grads: list[Float[Array, "..."]], lr: float) -> list[Float[Array, "..."]]:
    """Move all parameters of a model one step down the gradient of its loss.

    Parameters
    ----------
    params : arrays of any shapes, in one floating-point dtype; the list may be empty.
    grads : gradient of the loss by each of them, in the same order, with the same shapes and the same dtype.
    lr : learning rate, at least 0.

    Returns
    -------
    The list of the new parameters, in the order, shapes and dtype of `params`.

    Raises
    ------
    ValueError
        If `grads` has another length than `params`, or one of its arrays another shape than the parameter at its place. The
        message names it: grads.

    Examples
    --------
    >>> weight, bias = np.array([[1.0, -2.0], [3.0, 0.5], [0.0, 4.0]]), np.array([10.0, -20.0, 5.0])
    >>> grads = [np.array([[4.0, 2.0], [0.0, -2.0], [1.0, 8.0]]), np.array([-4.0, 8.0, 2.0])]
    >>> gd_step([weight, bias], grads, lr=0.25)
    [array([[ 0.  , -2.5 ],
           [ 3.  ,  1.  ],
           [-0.25,  2.  ]]), array([ 11. , -22. ,   4.5])]
    """
    raise NotImplementedError("write gd_step here")
