"""Hidden tests of gates/recurrent_param_count."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.recurrent_param_count import recurrent_param_count

independent = (
    '(lambda layers: sum(p.numel() for name, p in layers.named_parameters() if "weight" in name or biases > ("hh" in name)))'
    '({"rnn": torch.nn.RNN, "gru": torch.nn.GRU, "lstm": torch.nn.LSTM}[kind](input_size, hidden_size, num_layers))'
)


def sample(rng, size="small"):
    """Any kind, more units than inputs or fewer, with two layers or three."""
    kind = str(rng.choice(["rnn", "gru", "lstm"]))
    if size == "ones":
        return kind, 1, 1, 1, 1
    return kind, int(rng.integers(4, 30)), int(rng.integers(4, 30)), int(rng.integers(3)), int(rng.integers(2, 4))


@pytest.mark.parametrize(("kind", "count"), [("rnn", 640), ("gru", 1920), ("lstm", 2560)])
def test_numbers_of_pytorch(yours, kind, count):
    """From 10 inputs to 20 units PyTorch counts 640, 1920 and 2560 parameters."""
    agree(yours(kind, 10, 20), count)


def test_three_quarters(yours):
    """Whatever the sizes, a GRU has three times as many parameters as a plain network and three quarters of an LSTM's."""
    for sizes in ((7, 3), (2, 11, 0), (5, 6, 1, 3)):
        plain = recurrent_param_count("rnn", *sizes)
        agree([yours("gru", *sizes), yours("lstm", *sizes)], [3 * plain, 4 * plain])


@pytest.mark.parametrize("biases", [0, 1, 2])
def test_biases(yours, biases):
    """Each bias vector adds one number per unit and block, here 4 times 9."""
    agree(yours("lstm", 6, 9, biases), 4 * 9 * 6 + 4 * 9 * 9 + 4 * 9 * biases)


def test_layers(yours):
    """Each layer after the first one reads the units of the one below: two layers are a layer from 11 and one from 3 inputs."""
    want = recurrent_param_count("gru", 11, 3) + 2 * recurrent_param_count("gru", 3, 3)
    agree(yours("gru", 11, 3, num_layers=3), want)
    agree(yours("lstm", 3, 2**32, 0, 2) == 4 * 2**32 * (3 + 3 * 2**32), True)


def test_smallest(yours):
    """One input, one unit and no bias leave two weights for each block."""
    agree([yours(kind, 1, 1, 0) for kind in ("rnn", "gru", "lstm")], [2, 6, 8])


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("kind", ("transformer", 3, 4)),
        ("input_size", ("rnn", 0, 4)),
        ("hidden_size", ("gru", 3, 0)),
        ("biases", ("lstm", 3, 4, 3)),
        ("biases", ("lstm", 3, 4, -1)),
        ("num_layers", ("rnn", 3, 4, 2, 0)),
    ],
    ids=["kind", "input_size", "hidden_size", "three_biases", "minus_one_bias", "num_layers"],
)
def test_bad_arguments(yours, name, arguments):
    """An unknown kind, a size below 1 and a number of biases other than 0, 1 and 2 raise a ValueError that names the argument."""
    with pytest.raises(ValueError, match=name):
        yours(*arguments)


BLOCKS = {"rnn": 1, "gru": 3, "lstm": 4}


def count(kind, input_size, hidden_size, biases, num_layers, block, blocks=BLOCKS):
    """The reference, with block(inputs) for the parameters of one block."""
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return blocks[kind] * (block(input_size) + (num_layers - 1) * block(hidden_size))


@mistake("You count the gates only. The candidate has weights of its own: a GRU has 3 blocks and an LSTM has 4.")
def forgets_the_candidate(kind, input_size, hidden_size, biases=2, num_layers=1):
    plain = recurrent_param_count(kind, input_size, hidden_size, biases, num_layers) // BLOCKS[kind]
    return {"rnn": 1, "gru": 2, "lstm": 3}[kind] * plain


@mistake("Your LSTM has five blocks. The squashing of the cell has no weights: there are three gates and a candidate.")
def gives_an_lstm_five_blocks(kind, input_size, hidden_size, biases=2, num_layers=1):
    plain = recurrent_param_count(kind, input_size, hidden_size, biases, num_layers) // BLOCKS[kind]
    return {"rnn": 1, "gru": 3, "lstm": 5}[kind] * plain


@mistake(
    "All kinds have the same count in your function. A GRU has three times as many weights as a plain network, an LSTM four."
)
def forgets_the_blocks(kind, input_size, hidden_size, biases=2, num_layers=1):
    return recurrent_param_count(kind, input_size, hidden_size, biases, num_layers) // BLOCKS[kind]


@mistake("You count one bias vector, whatever is asked for. Multiply by the number of bias vectors, two in PyTorch.")
def counts_one_bias_vector(kind, input_size, hidden_size, biases=2, num_layers=1):
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return recurrent_param_count(kind, input_size, hidden_size, 1, num_layers)


@mistake("The biases are missing. Each block has them: their number times hidden_size.")
def forgets_the_biases(kind, input_size, hidden_size, biases=2, num_layers=1):
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return recurrent_param_count(kind, input_size, hidden_size, 0, num_layers)


@mistake("Your biases come once for each layer. They come once for each block: multiply them by the number of blocks, too.")
def counts_the_biases_once_per_layer(kind, input_size, hidden_size, biases=2, num_layers=1):
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return recurrent_param_count(kind, input_size, hidden_size, 0, num_layers) + num_layers * biases * hidden_size


@mistake("The matrix from the state to itself is missing. It has hidden_size times hidden_size weights in each block.")
def forgets_the_recurrent_matrix(kind, input_size, hidden_size, biases=2, num_layers=1):
    return count(kind, input_size, hidden_size, biases, num_layers, lambda inputs: hidden_size * (inputs + biases))


@mistake("You count one recurrent weight for each unit. Every unit hears of all units: the matrix is a full one.")
def loops_at_each_unit(kind, input_size, hidden_size, biases=2, num_layers=1):
    return count(kind, input_size, hidden_size, biases, num_layers, lambda inputs: hidden_size * (inputs + 1 + biases))


@mistake("The sizes have changed places. The units are hidden_size, and their matrix from the state is square.")
def swaps_the_sizes(kind, input_size, hidden_size, biases=2, num_layers=1):
    return recurrent_param_count(kind, hidden_size, input_size, biases, num_layers)


@mistake("All your layers read the input. From the second one on, a layer reads the states of the one below.")
def feeds_the_input_to_all_layers(kind, input_size, hidden_size, biases=2, num_layers=1):
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return num_layers * recurrent_param_count(kind, input_size, hidden_size, biases)


@mistake("You count the first layer only. Add the others, which read the states of the one below.")
def counts_one_layer(kind, input_size, hidden_size, biases=2, num_layers=1):
    recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)
    return recurrent_param_count(kind, input_size, hidden_size, biases)


@mistake("You count the states as well. They are computed and not learnt: leave them out.")
def counts_the_states(kind, input_size, hidden_size, biases=2, num_layers=1):
    states = (2 if kind == "lstm" else 1) * hidden_size * num_layers
    return recurrent_param_count(kind, input_size, hidden_size, biases, num_layers) + states


@mistake("An unknown kind ends in a KeyError. Check kind first, and raise a ValueError that names it.")
def raises_a_key_error(kind, input_size, hidden_size, biases=2, num_layers=1):
    if kind not in BLOCKS:
        raise KeyError(kind)
    return recurrent_param_count(kind, input_size, hidden_size, biases, num_layers)


@mistake("Every kind that you do not know counts as a plain network. Raise a ValueError that names kind.")
def takes_any_kind_for_plain(kind, input_size, hidden_size, biases=2, num_layers=1):
    return recurrent_param_count(kind if kind in BLOCKS else "rnn", input_size, hidden_size, biases, num_layers)


@mistake("Sizes below 1 pass unnoticed. Raise a ValueError that names the argument.")
def checks_no_sizes(kind, input_size, hidden_size, biases=2, num_layers=1):
    sizes = max(input_size, 1), max(hidden_size, 1)
    recurrent_param_count(kind, *sizes, biases, max(num_layers, 1))
    inputs = input_size + (num_layers - 1) * hidden_size
    return BLOCKS[kind] * hidden_size * (inputs + num_layers * (hidden_size + biases))


@mistake("A number of biases other than 0, 1 and 2 passes unnoticed. Raise a ValueError that names biases.")
def checks_no_biases(kind, input_size, hidden_size, biases=2, num_layers=1):
    without = recurrent_param_count(kind, input_size, hidden_size, 0, num_layers)
    return without + BLOCKS[kind] * hidden_size * num_layers * biases


@right
def array_by_array(kind, input_size, hidden_size, biases=2, num_layers=1):
    names = {"rnn": ["h"], "gru": ["r", "z", "n"], "lstm": ["i", "f", "g", "o"]}
    if kind not in names or biases not in range(3):
        raise ValueError("bad kind or bad biases")
    if min(input_size, hidden_size, num_layers) < 1:
        raise ValueError("input_size, hidden_size and num_layers are at least 1")
    total, inputs = 0, input_size
    for _ in range(num_layers):
        for _ in names[kind]:
            total += hidden_size * inputs + hidden_size * hidden_size + biases * hidden_size
        inputs = hidden_size
    return total


@right
def from_shapes(kind, input_size, hidden_size, biases=2, num_layers=1):
    if not (kind in BLOCKS and biases in {0, 1, 2} and input_size > 0 and hidden_size > 0 and num_layers > 0):
        raise ValueError("one of kind, input_size, hidden_size, biases and num_layers is wrong")
    rows = BLOCKS[kind] * hidden_size
    shapes = [(rows, input_size)] + [(rows, hidden_size)] * (2 * num_layers - 1) + [(rows, 1)] * (biases * num_layers)
    return sum(first * second for first, second in shapes)
