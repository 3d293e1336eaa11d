r"""How many numbers does a recurrent network learn? A plain one, a GRU and an LSTM differ by a whole factor.

All three are made of the same block: a matrix from the input, a full matrix from the state, and biases, to $H$ units. They
differ in how many of it they have:

$$\begin{array}{lll} \text{"rnn"} & 1 \text{ block} & \text{the new state} \\ \text{"gru"} & 3 \text{ blocks} & \text{reset
gate, update gate, candidate} \\ \text{"lstm"} & 4 \text{ blocks} & \text{input gate, forget gate, output gate, candidate}
\end{array}$$

A block with $I$ inputs has $H \cdot I$ weights from the input, $H \cdot H$ from the state, and `biases` $\cdot\, H$ biases.
PyTorch has two bias vectors in each block, one beside either matrix; Keras has one, but for its GRU with reset after the
product; and one can do without.

With more than one layer, the first one reads the input, $I = $ `input_size`, and each further one reads the states of the layer
below, $I = $ `hidden_size`. All layers are of the same kind. States are not learnt and do not count, and neither does the
number of steps: the weights are shared over time.

The result is a whole number, Python's.

Source: Cho and others 2014, *Learning phrase representations using RNN encoder-decoder*; Greff and others 2017, *LSTM: a search
space odyssey*; the layers are those of `torch.nn.RNN`, `GRU` and `LSTM`.
"""

from __future__ import annotations

from grader.authoring import About

ABOUT = About(
    title="Counting the parameters of recurrent layers",
    difficulty=1,
    points=5,
    needs=("rnn/rnn_forward",),
    questions=(
        "Why is a GRU faster than an LSTM, and what is the difference?",
        "How many parameters does a recurrent layer have?",
    ),
    hints=(
        "Begin with the plain network and one layer. Imagine its arrays and write down their shapes: one matrix that is "
        "multiplied by the input, one that is multiplied by the state, and the biases. Count the entries of each. Every other "
        "network in this exercise is made of copies of this one.",
        "How many copies? Do not count gates only: what is written into the memory, the candidate, has weights of its own as "
        "well. So an LSTM has one block more than it has gates, and so has a GRU. Biases belong to a block, too, and come as "
        "many times as there are blocks.",
        "For several layers, count layer by layer: only the first one sees the input, and from the second one on the number of "
        "inputs is the number of units below. Check the arguments first. A dictionary from kinds to numbers of blocks raises a "
        "KeyError for an unknown kind, and what is wanted is a ValueError.",
    ),
    forbid=("torch.nn.RNN", "torch.nn.GRU", "torch.nn.LSTM", "torch.nn.RNNCell", "torch.nn.GRUCell", "torch.nn.LSTMCell"),
)


def recurrent_param_count(kind: str, input_size: int, hidden_size: int, biases: int = 2, num_layers: int = 1) -> int:
    """Count the parameters of a stack of recurrent layers.

    Parameters
    ----------
    kind : "rnn", "gru" or "lstm".
    input_size : how many features an input has, at least 1.
    hidden_size : how many units each layer has, at least 1.
    biases : how many bias vectors there are in each block: 0, 1 or 2.
    num_layers : how many layers are stacked, at least 1.

    Returns
    -------
    The number of weights and biases.

    Raises
    ------
    ValueError
        If an argument is none of those given above. The message names it: kind, input_size, hidden_size, biases, num_layers. If
        several are wrong, it does not matter which is found first.

    Examples
    --------
    >>> recurrent_param_count("lstm", 4, 5)
    220
    >>> recurrent_param_count("gru", 4, 5, biases=1)
    150
    >>> recurrent_param_count("rnn", 4, 5, num_layers=2)
    115
    """
    blocks = {"rnn": 1, "gru": 3, "lstm": 4}
    if kind not in blocks:
        raise ValueError(f"kind must be one of {', '.join(blocks)}, got {kind!r}")
    for name, value in {"input_size": input_size, "hidden_size": hidden_size, "num_layers": num_layers}.items():
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    if not 0 <= biases <= 2:
        raise ValueError(f"biases must be 0, 1 or 2, got {biases}")
    inputs = input_size + (num_layers - 1) * hidden_size  # over all layers
    return blocks[kind] * hidden_size * (inputs + num_layers * (hidden_size + biases))
