r"""What it takes to train a model: the memory for its parameters, before the first activation is computed.

A model with $N$ parameters is stored as $N$ numbers. To train it takes more: every parameter has a gradient, and the optimizer
remembers something about each of them from step to step. With $b$ bytes for every number that makes

$$\underbrace{N b}_{\text{weights}} + \underbrace{N b}_{\text{gradients}} + \underbrace{s\, N b}_{\text{optimizer state}}$$

bytes in all, where $s$ depends on the optimizer:

| `optimizer` | what it remembers for each parameter | $s$ |
|---|---|---|
| `"sgd"` | nothing: plain gradient descent, without momentum | 0 |
| `"momentum"` | the velocity | 1 |
| `"adam"` | the mean of the gradients, and the mean of their squares | 2 |

All copies have the same precision here, and nothing else is counted: no activations, which depend on the batch, no master copies
of mixed precision, and no counters. Return the three terms as a tuple (`weights`, `gradients`, `state`), each a whole number of
bytes. One GB is $10^9$ bytes, and one GiB is $2^{30}$.

Source: Rajbhandari et al. 2020, *ZeRO: memory optimizations toward training trillion parameter models*, section 3.1.
"""

from __future__ import annotations


def training_memory_bytes(n_params: int, optimizer: str, bytes_per: int = 4) -> tuple[int, int, int]:
    """Count the bytes of weights, gradients and optimizer state.

    Parameters
    ----------
    n_params : number of parameters of the model, at least 0.
    optimizer : "sgd", "momentum" or "adam".
    bytes_per : bytes of one number: 4 for float32, 2 for float16, 8 for float64.

    Returns
    -------
    The bytes of the weights, of the gradients and of the optimizer state.

    Raises
    ------
    ValueError
        If `optimizer` is none of the three. The message names the argument: optimizer.

    Examples
    --------
    >>> training_memory_bytes(7_000_000_000, "adam")
    (28000000000, 28000000000, 56000000000)
    >>> training_memory_bytes(1000, "momentum", 2)
    (2000, 2000, 2000)
    """
    raise NotImplementedError("write training_memory_bytes here")
