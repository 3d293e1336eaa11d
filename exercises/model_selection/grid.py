r"""Every combination of hyperparameters: the grid that a grid search walks through.

Weights are found by gradient descent. What has to be settled before it starts is called a hyperparameter: learning rate, batch
size, number and width of the layers, dropout probability, optimizer. The plainest way to choose is to write down a few values for
each, to train with every combination, and to keep the one with the best validation score. `space` maps each name to its values,
and the grid has

$$|V_1| \cdot |V_2| \cdots |V_d|$$

entries, where $V_i$ are the values of the $i$-th name. It is the product that makes grids expensive: four names with five values
each are 625 trainings.

Return a list of dicts, one for each combination, all of them new. Each dict has the names in the order of `space`. The list has
the order of nested loops: the first name of `space` is the outermost loop and changes slowest, **the last name changes fastest**,
and the values of a name come in the order in which they are given, a repeated one as often as it is there.

If a name has no values, there is no combination, and the list is empty. If there are no names, there is exactly one combination:
the empty dict. Values may be anything, and are passed on as they are. They stand in a list or a tuple; anything else is rejected,
above all a string, which Python would take apart into letters.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 11.4.3.
"""

from __future__ import annotations

from typing import Any


# To be written without sklearn, by whatever name.
def grid(space: dict[str, list[Any] | tuple[Any, ...]]) -> list[dict[str, Any]]:
    """List every combination of the given values.

    Parameters
    ----------
    space : name of each hyperparameter, with a list or a tuple of the values to try.

    Returns
    -------
    A list of new dicts, each with all names in the order of `space`; the last name changes fastest.

    Raises
    ------
    ValueError
        If the values of a name are neither a list nor a tuple. The message names the argument: space.

    Examples
    --------
    >>> grid({"lr": [0.1, 0.01], "width": [16, 64, 32]})[:4]
    [{'lr': 0.1, 'width': 16}, {'lr': 0.1, 'width': 64}, {'lr': 0.1, 'width': 32}, {'lr': 0.01, 'width': 16}]
    >>> grid({"optimizer": ("adam",), "layers": [2, 1]})
    [{'optimizer': 'adam', 'layers': 2}, {'optimizer': 'adam', 'layers': 1}]
    """
    raise NotImplementedError("write grid here")
