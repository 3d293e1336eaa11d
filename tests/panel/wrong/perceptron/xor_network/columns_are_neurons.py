# verdict: wrong
# mistake: The first weight is laid out as (in, out), one neuron a column; read by rows the network answers 0 for (0, 1).
# told: stores_neurons_as_columns
import numpy as np


def xor_network():
    or_weights = np.array([1.0, 1.0])
    nand_weights = np.array([-1.0, -1.0])
    return {
        "weight1": np.column_stack([or_weights, nand_weights]),
        "bias1": np.array([-0.5, 1.5]),
        "weight2": np.array([1.0, 1.0]),
        "bias2": -1.5,
    }
