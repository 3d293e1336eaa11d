# verdict: passed
# style: every combination is a number in mixed radix, read from the last digit
def grid(space):
    total = 1
    for values in space.values():
        if not (isinstance(values, list) or isinstance(values, tuple)):
            raise ValueError("space: the values of every name have to be a list or a tuple")
        total = total * len(values)
    result = []
    for number in range(total):
        digits = {}
        for name in reversed(list(space)):
            number, digit = divmod(number, len(space[name]))
            digits[name] = digit
        result.append({name: space[name][digits[name]] for name in space})
    return result
