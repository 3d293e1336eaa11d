# verdict: passed
# style: nodes are whole numbers; a run marks what is needed from the newest down, then computes upwards
import operator


class Graph:
    def __init__(self):
        self.kinds, self.payloads, self.inputs = [], [], []

    def _new(self, kind, payload, *inputs):
        self.kinds.append(kind)
        self.payloads.append(payload)
        self.inputs.append(inputs)
        return len(self.kinds) - 1

    def constant(self, value): return self._new("constant", value)
    def placeholder(self, name): return self._new("placeholder", name)
    def variable(self, value): return self._new("variable", value)
    def assign(self, variable, node): return self._new("assign", variable, node)
    def add(self, a, b): return self._new("op", operator.add, a, b)
    def sub(self, a, b): return self._new("op", operator.sub, a, b)
    def mul(self, a, b): return self._new("op", operator.mul, a, b)
    def div(self, a, b): return self._new("op", operator.truediv, a, b)

    def run(self, fetches, feed_dict=None):
        feeds = feed_dict or {}
        wanted = list(fetches) if isinstance(fetches, (list, tuple)) else [fetches]
        needed = set(wanted)
        for i in range(max(wanted, default=-1), -1, -1):
            if i in needed:
                needed.update(self.inputs[i])
        numbers, assigned = {}, {}
        for i in sorted(needed):
            kind, payload = self.kinds[i], self.payloads[i]
            if kind == "placeholder":
                if i not in feeds:
                    raise KeyError(payload)
                numbers[i] = feeds[i]
            elif kind == "op":
                a, b = self.inputs[i]
                numbers[i] = payload(numbers[a], numbers[b])
            elif kind == "assign":
                numbers[i] = assigned[payload] = numbers[self.inputs[i][0]]
            else:
                numbers[i] = payload
        for variable, number in assigned.items():
            self.payloads[variable] = number
        numbers = [numbers[i] for i in wanted]
        return numbers if isinstance(fetches, (list, tuple)) else numbers[0]
