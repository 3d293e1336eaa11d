# verdict: passed
# style: generator, left and right slices of the text around each place
from itertools import chain


def _contexts(tokens, window):
    for place, centre in enumerate(tokens):
        start = place - window if place > window else 0
        before = tokens[start:place]
        after = tokens[place + 1 : place + window + 1]
        for word in chain(before, after):
            yield centre, word


def skipgram_pairs(tokens, window):
    if window <= 0:
        raise ValueError("window is below 1")
    return list(_contexts(tokens, window))
