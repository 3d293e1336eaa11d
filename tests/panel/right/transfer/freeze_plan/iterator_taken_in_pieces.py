# verdict: passed
# style: one iterator consumed by islice in three pieces
from itertools import islice


def _require(ok, name, value):
    if not ok:
        raise ValueError(f"{name}={value} is out of range")


def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    total = len(layer_names)
    _require(n_drop >= 0 and n_drop <= total, "n_drop", n_drop)
    _require(n_freeze >= 0 and n_freeze + n_drop <= total, "n_freeze", n_freeze)
    stream = iter(layer_names)
    sizes = (("frozen", n_freeze), ("fine_tuned", total - n_drop - n_freeze), ("dropped", n_drop))
    plan = {key: list(islice(stream, size)) for key, size in sizes}
    plan["new"] = [*new_layers]
    return plan
