"""Hidden tests of model_selection/training_memory_bytes."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.training_memory_bytes import training_memory_bytes


def sample(rng, size="small"):
    """A number of parameters that no power of two divides often."""
    n = 1 if size == "ones" else 2 * int(rng.integers(500, 5000)) + 1
    return n, str(rng.choice(["sgd", "momentum", "adam"])), int(rng.choice([2, 8]))


def test_sgd(yours):
    """Plain gradient descent holds weights and gradients, and remembers nothing."""
    agree([yours(1001, "sgd", 8), yours(3, "sgd", 2)], [(8008, 8008, 0), (6, 6, 0)])


def test_momentum(yours):
    """Momentum remembers a velocity for each parameter."""
    agree([yours(1001, "momentum", 8), yours(3, "momentum", 2)], [(8008, 8008, 8008), (6, 6, 6)])


def test_adam(yours):
    """Adam remembers two means for each parameter, so that a training takes four times the memory of the weights."""
    agree([yours(1001, "adam", 8), yours(3, "adam", 2)], [(8008, 8008, 16016), (6, 6, 12)])
    agree(sum(yours(77, "adam", 2)), 4 * 77 * 2)


def test_float32_by_default(yours):
    """Unless told otherwise a number has four bytes."""
    agree([yours(25, "sgd"), yours(25, "momentum"), yours(25, "adam")], [(100, 100, 0), (100, 100, 100), (100, 100, 200)])


def test_half_the_precision(yours):
    """Half the bytes for a number halve all three terms."""
    agree(
        [yours(77, "adam", 8), yours(77, "adam", 4), yours(77, "adam", 2)], [(616, 616, 1232), (308, 308, 616), (154, 154, 308)]
    )


def test_large_models(yours):
    """A model with 175 billion parameters needs 2.8 TB with Adam, to the byte."""
    agree(sum(yours(175_000_000_001, "adam")), 2_800_000_000_016)


def test_no_parameters(yours):
    """Twice the parameters take twice the memory, and no parameters take none."""
    agree([yours(30, "adam"), yours(15, "adam"), yours(0, "adam")], [(120, 120, 240), (60, 60, 120), (0, 0, 0)])


@pytest.mark.parametrize("optimizer", ["", "Adam", "rmsprop"], ids=["empty", "capital", "other"])
def test_unknown_optimizer(yours, optimizer):
    """A name that is none of the three raises a ValueError that names optimizer."""
    with pytest.raises(ValueError, match="optimizer"):
        yours(10, optimizer)


def with_state(n_params, optimizer, bytes_per, **other):
    """The memory if some optimizer had another number of states."""
    weights, gradients, state = training_memory_bytes(n_params, optimizer, bytes_per)
    return weights, gradients, weights * other[optimizer] if optimizer in other else state


@mistake("Adam remembers two numbers for each parameter, the mean of the gradients and of their squares. You count one.")
def gives_adam_one_state(n_params, optimizer, bytes_per=4):
    return with_state(n_params, optimizer, bytes_per, adam=1)


@mistake("Adam has two states for each parameter, not three. Its step counter is one number for all: do not count it.")
def gives_adam_three_states(n_params, optimizer, bytes_per=4):
    return with_state(n_params, optimizer, bytes_per, adam=3)


@mistake("The gradients are missing. The backward pass leaves one number for each parameter, as many bytes as the weights have.")
def forgets_the_gradients(n_params, optimizer, bytes_per=4):
    weights, _, state = training_memory_bytes(n_params, optimizer, bytes_per)
    return weights, 0, state


@mistake("The optimizer state is missing. Momentum remembers one number for each parameter, and Adam two: count them.")
def forgets_the_state(n_params, optimizer, bytes_per=4):
    return with_state(n_params, optimizer, bytes_per, momentum=0, adam=0)


@mistake("Weights and gradients are counted once more in the optimizer state. It holds only what the optimizer remembers.")
def counts_all_as_state(n_params, optimizer, bytes_per=4):
    return with_state(n_params, optimizer, bytes_per, sgd=2, momentum=3, adam=4)


@mistake("Plain gradient descent remembers nothing from step to step. You count a velocity for it: leave it out.")
def gives_sgd_a_velocity(n_params, optimizer, bytes_per=4):
    return with_state(n_params, optimizer, bytes_per, sgd=1)


@mistake("You return the sum. Return its three terms as a tuple: weights, gradients, optimizer state.")
def returns_the_sum(n_params, optimizer, bytes_per=4):
    return sum(training_memory_bytes(n_params, optimizer, bytes_per))


@mistake("You count numbers and not bytes. Multiply by bytes_per.")
def counts_numbers(n_params, optimizer, bytes_per=4):
    return training_memory_bytes(n_params, optimizer, 1)


@mistake("You take four bytes for every number. bytes_per says how many: use it.")
def always_takes_float32(n_params, optimizer, bytes_per=4):
    return training_memory_bytes(n_params, optimizer)


@mistake("The optimizer state is always float32 in your count, as in mixed precision. Here all copies have bytes_per bytes.")
def keeps_the_state_in_float32(n_params, optimizer, bytes_per=4):
    weights, gradients, _ = training_memory_bytes(n_params, optimizer, bytes_per)
    return weights, gradients, training_memory_bytes(n_params, optimizer)[2]


@mistake("You count bits. A byte has eight of them: leave out the factor 8.")
def counts_bits(n_params, optimizer, bytes_per=4):
    return tuple(8 * term for term in training_memory_bytes(n_params, optimizer, bytes_per))


@mistake("You return mebibytes. Return bytes, without any division.")
def returns_mebibytes(n_params, optimizer, bytes_per=4):
    return tuple(term / 2**20 for term in training_memory_bytes(n_params, optimizer, bytes_per))


@mistake("You add a term for the activations. They depend on the batch and are not counted here.")
def adds_activations(n_params, optimizer, bytes_per=4):
    return *training_memory_bytes(n_params, optimizer, bytes_per), n_params * bytes_per


@mistake("An optimizer that is not known passes for plain gradient descent. Raise a ValueError that names optimizer.")
def takes_any_name(n_params, optimizer, bytes_per=4):
    known = optimizer in ("sgd", "momentum", "adam")
    return training_memory_bytes(n_params, optimizer if known else "sgd", bytes_per)


@mistake("Capital letters are forgiven. Names are taken literally: raise a ValueError that names optimizer for any other.")
def forgives_capitals(n_params, optimizer, bytes_per=4):
    return training_memory_bytes(n_params, optimizer.lower(), bytes_per)


@right
def by_branches(n_params, optimizer, bytes_per=4):
    weights = gradients = n_params * bytes_per
    if optimizer == "sgd":
        return weights, gradients, 0
    if optimizer == "momentum":
        return weights, gradients, weights
    if optimizer == "adam":
        return weights, gradients, weights + gradients
    raise ValueError("optimizer")


@right
def by_a_list(n_params, optimizer, bytes_per=4):
    names = ["sgd", "momentum", "adam"]
    if optimizer not in names:
        raise ValueError(f"{optimizer} is no optimizer that I know")
    return tuple(n_params * bytes_per * copies for copies in (1, 1, names.index(optimizer)))
