"""Hidden tests of tensors/encode_records."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.encode_records import encode_records

COLOURS, SIZES = ["red", "blue", "green"], ["S", "XL"]


def sample(rng, size="small"):
    """Five records with two numbers and two categories, of which one number and one category are missing."""
    if size == "ones":
        return [{"mass": float(rng.normal()), "colour": "red"}], ["mass"], ["colour"]
    records = [
        {"size": SIZES[i % 2], "mass": float(rng.normal()), "colour": COLOURS[i % 3], "age": int(rng.integers(1, 90))}
        for i in range(5)
    ]
    del records[1]["mass"], records[2]["colour"]
    return records, ["mass", "age"], ["size", "colour"]


def test_order_of_the_columns(yours):
    """Columns come in the order of the two lists, numbers first, whatever the order in the records."""
    records = [{"c": "y", "b": 2, "a": 1.5, "d": "p"}, {"a": -3, "d": "q", "b": 4, "c": "x"}]
    agree(
        yours(records, ["b", "a"], ["d", "c"]),
        (np.array([[2.0, 1.5, 1, 0, 0, 1], [4.0, -3.0, 0, 1, 1, 0]]), ["b", "a", "d=p", "d=q", "c=x", "c=y"]),
    )


def test_categories_are_sorted(yours):
    """The categories of a block are sorted, whichever comes first in the records."""
    x, names = yours([{"c": word} for word in ("pear", "fig", "apple", "fig")], [], ["c"])
    agree(names, ["c=apple", "c=fig", "c=pear"])
    agree(x, np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))


def test_shuffled_records(yours, rng):
    """Another order of the records only changes the order of the rows."""
    records, *lists = sample(rng)
    x, names = encode_records(records, *lists)
    order = rng.permutation(5)
    agree(yours([records[i] for i in order], *lists), (x[order], names))


def test_blocks_add_up_to_one(yours, rng):
    """The rows of a block add up to 1, and to 0 where the category is missing."""
    x, _ = yours(*sample(rng))
    agree(x[:, 2:4].sum(axis=1), np.ones(5))
    agree(x[:, 4:].sum(axis=1), np.array([1.0, 1.0, 0.0, 1.0, 1.0]))


def test_missing_number(yours):
    """A number that is None or not there becomes NaN; 0 is there."""
    x, names = yours([{"a": 0}, {"a": None}, {"b": 1}, {"a": False}, {"a": 2.5}], ["a"], [])
    agree(x, np.array([[0.0], [np.nan], [np.nan], [0.0], [2.5]]))
    agree(names, ["a"])


def test_missing_category(yours):
    """A category that is None or not there is a row of zeros and no column; the empty string is a category."""
    x, names = yours([{"c": "no"}, {"c": None}, {}, {"c": ""}], [], ["c"])
    agree(names, ["c=", "c=no"])
    agree(x, np.array([[0.0, 1.0], [0.0, 0.0], [0.0, 0.0], [1.0, 0.0]]))


def test_same_word_in_two_columns(yours):
    """Each block has the categories of its own column only."""
    x, names = yours([{"home": "Rome", "work": "Bern"}, {"home": "Oslo", "work": "Rome"}], [], ["home", "work"])
    agree(names, ["home=Oslo", "home=Rome", "work=Bern", "work=Rome"])
    agree(x, np.array([[0.0, 1.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]]))


def test_single_category(yours):
    """A category that all records share has a column of ones, and names that were not asked for are left out."""
    x, names = yours([{"c": "k", "other": 5, "more": "z"}, {"c": "k"}], [], ["c"])
    agree((x, names), (np.array([[1.0], [1.0]]), ["c=k"]))


def test_nothing_there(yours):
    """Without records there are the numeric columns, and without columns there are as many rows as records."""
    agree(yours([], ["a", "b"], ["c"]), (np.zeros((0, 2)), ["a", "b"]))
    agree(yours([{"a": 1}, {"a": 2}, {}], [], ["c"]), (np.zeros((3, 0)), []))


def test_records_stay_as_they_are(yours, rng):
    """The records and the lists of names are not changed."""
    records, numeric, categorical = sample(rng)
    own = [dict(record) for record in records], list(numeric), list(categorical)
    agree(yours(*own), encode_records(records, numeric, categorical))
    agree(yours(*own), encode_records(records, numeric, categorical))


def test_name_in_both_lists(yours):
    """A name that is in both lists raises a ValueError that names categorical."""
    with pytest.raises(ValueError, match="categorical"):
        yours([{"a": 1.0, "b": 2.0, "c": "x"}], ["a", "c"], ["c"])


def filled(records, names, value):
    return [{name: value for name in names if record.get(name) is None} | present(record) for record in records]


def present(record):
    return {name: value for name, value in record.items() if value is not None}


def columns(result, order):
    x, names = result
    return x[:, order], [names[j] for j in order]


@mistake("The columns follow the order of the first record. Go through numeric and categorical: a dict has no say in it.")
def takes_the_order_of_the_record(records, numeric, categorical):
    keys = list(records[0]) if records else []

    def place(name):
        return keys.index(name) if name in keys else 99

    return encode_records(records, sorted(numeric, key=place), sorted(categorical, key=place))


@mistake("The names are sorted. Only the categories within a block are: keep numeric and categorical in their own order.")
def sorts_the_names(records, numeric, categorical):
    return encode_records(records, sorted(numeric), sorted(categorical))


@mistake("The blocks of categories come before the numbers. Numbers first, then the blocks.")
def puts_the_blocks_first(records, numeric, categorical):
    result = encode_records(records, numeric, categorical)
    d, k = len(result[1]), len(numeric)
    return columns(result, [*range(k, d), *range(k)])


@mistake("Categories come in the order in which they occur, so shuffled records give other columns. Sort them.")
def takes_categories_as_they_come(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    order = [
        names.index(f"{c}={v}") for c in categorical for v in dict.fromkeys(present(r).get(c) for r in records) if v is not None
    ]
    return columns((x, names), [*range(len(numeric)), *order])


@mistake("A record without a name stops you with a KeyError. Ask with get, which gives None, and treat both alike.")
def fails_where_a_name_is_missing(records, numeric, categorical):
    for name in [*numeric, *categorical]:
        for record in records:
            record[name]
    return encode_records(records, numeric, categorical)


@mistake("A missing number becomes 0, a value that nobody has measured. It is NaN, so that the gap is seen.")
def fills_with_zero(records, numeric, categorical):
    return encode_records(filled(records, numeric, 0.0), numeric, categorical)


@mistake("A missing number becomes the mean of the others. Filling gaps is another step: here it is NaN.")
def fills_with_the_mean(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    for column in x.T:
        if np.isnan(column).any() and not np.isnan(column).all():
            column[np.isnan(column)] = np.nanmean(column)
    return x, names


@mistake("0 and False are taken for missing, since they are false. Ask whether the value is None.")
def takes_zero_for_missing(records, numeric, categorical):
    return encode_records(
        [{k: v if k in categorical else v or None for k, v in r.items()} for r in records], numeric, categorical
    )


@mistake("The empty string is taken for missing, since it is false. It is a category: ask whether the value is None.")
def takes_the_empty_string_for_missing(records, numeric, categorical):
    return encode_records([{k: None if v == "" else v for k, v in r.items()} for r in records], numeric, categorical)


@mistake("Missing categories have a column of their own. They are rows of zeros in the block, and no column.")
def makes_a_category_of_what_is_missing(records, numeric, categorical):
    return encode_records(filled(records, categorical, "None"), numeric, categorical)


@mistake("Categories are numbered, in one column, as if the last were more than the first. Give each a column of its own.")
def numbers_the_categories(records, numeric, categorical):
    encode_records(records, numeric, categorical)
    numbered = [dict(record) for record in records]
    for name in categorical:
        known = sorted({present(r)[name] for r in records if name in present(r)})
        for record in numbered:
            record[name] = known.index(record[name]) if record.get(name) is not None else None
    return encode_records(numbered, [*numeric, *categorical], [])


@mistake("The first category of each block has no column, as with drop_first in pandas. Here every category has one.")
def drops_the_first_category(records, numeric, categorical):
    result = encode_records(records, numeric, categorical)
    blocks = [name.split("=")[0] for name in result[1]]
    return columns(result, [j for j, block in enumerate(blocks) if j < len(numeric) or block in blocks[len(numeric) : j]])


@mistake("All blocks have the categories of all columns. Collect them for each name by itself.")
def shares_the_categories(records, numeric, categorical):
    x, _ = encode_records(records, numeric, categorical)
    known = sorted({present(r)[c] for r in records for c in categorical if c in present(r)})
    blocks = [[float(r.get(c) == v) for r in records] for c in categorical for v in known]
    extra = np.array(blocks, dtype=np.float64).reshape(len(categorical) * len(known), len(records)).T
    return np.concatenate([x[:, : len(numeric)], extra], axis=1), [*numeric, *(f"{c}={v}" for c in categorical for v in known)]


@mistake("Names and categories are joined by an underscore, as in pandas. Use the equals sign, which a name rarely holds.")
def joins_with_an_underscore(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    return x, [name.replace("=", "_", 1) for name in names]


@mistake("The columns of a block are called by the category alone, and it is lost which block that is. Write name=category.")
def forgets_the_name_of_the_block(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    return x, [name.partition("=")[2] if "=" in name else name for name in names]


@mistake("Without records or columns NumPy guesses the shape of an empty list. State it: rows by columns.")
def guesses_the_shape(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    return x if x.size else np.array([]), names


@mistake("The matrix has a row for each column and a column for each record. Turn it around: records are rows.")
def forgets_to_transpose(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    return x.T.copy(), names


@mistake("The matrix is float32. It is to be float64: ask for this type when you make the array.")
def returns_float32(records, numeric, categorical):
    x, names = encode_records(records, numeric, categorical)
    return x.astype(np.float32), names


@mistake("You take the values out of the records, which are empty after the call. Read them with get instead of pop.")
def empties_the_records(records, numeric, categorical):
    result = encode_records(records, numeric, categorical)
    for record in records:
        for name in [*numeric, *categorical]:
            record.pop(name, None)
    return result


@mistake("A name in both lists is encoded twice, as number and as category. Raise a ValueError that names categorical.")
def checks_nothing(records, numeric, categorical):
    both = set(numeric) & set(categorical)
    x, names = encode_records(records, [name for name in numeric if name not in both], categorical)
    return np.concatenate([np.full((len(x), len(both)), np.nan), x], axis=1), [*sorted(both), *names]


@right
def record_by_record(records, numeric, categorical):
    if any(name in numeric for name in categorical):
        raise ValueError("categorical overlaps with numeric")
    known = {c: sorted({r[c] for r in records if c in r and r[c] is not None}) for c in categorical}
    names = [*numeric, *(c + "=" + v for c in categorical for v in known[c])]
    x = np.zeros((len(records), len(names)))
    for i, record in enumerate(records):
        for j, name in enumerate(numeric):
            value = record.get(name)
            x[i, j] = math.nan if value is None else float(value)
        for name in categorical:
            if record.get(name) is not None:
                x[i, names.index(name + "=" + record[name], len(numeric))] = 1.0
    return x, names


@right
def by_unique_and_blocks(records, numeric, categorical):
    if len({*numeric, *categorical}) < len(numeric) + len(categorical):
        raise ValueError("categorical")
    blocks, names = [np.empty((len(records), 0))], []
    for name in numeric:
        column = [np.nan if record.get(name) is None else record[name] for record in records]
        blocks.append(np.array(column, dtype=np.float64)[:, None])
        names.append(name)
    for name in categorical:
        column = np.array([record.get(name) for record in records], dtype=object)
        known = np.unique([value for value in column if value is not None])
        blocks.append((column[:, None] == known.astype(object)).astype(np.float64))
        names += [f"{name}={value}" for value in known]
    return np.hstack(blocks), names
