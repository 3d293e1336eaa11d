# verdict: passed
# style: match statement, one buffer size and its multiples
def training_memory_bytes(n_params, optimizer, bytes_per=4):
    one = n_params * bytes_per
    match optimizer:
        case "sgd":
            return one, one, 0
        case "momentum":
            return one, one, one
        case "adam":
            return one, one, one + one
        case _:
            raise ValueError(f"optimizer {optimizer!r} is not known")
