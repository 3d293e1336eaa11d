# verdict: passed
# style: nodes are numbered as they are made; backward takes the newest first from a heap
import heapq
import itertools
import math


class Value:
    _numbers = itertools.count()
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self._parents = parents  # pairs of operand and slope
        self._number = next(Value._numbers)
    @staticmethod
    def _wrap(other):
        return other if isinstance(other, Value) else Value(other)
    def __add__(self, other):
        other = Value._wrap(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
    def __neg__(self): return Value(-self.data, ((self, -1.0),))
    def __sub__(self, other):
        other = Value._wrap(other)
        return Value(self.data - other.data, ((self, 1.0), (other, -1.0)))
    def __mul__(self, other):
        other = Value._wrap(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))
    def __truediv__(self, other):
        other = Value._wrap(other)
        quotient = self.data / other.data
        return Value(quotient, ((self, 1.0 / other.data), (other, -quotient / other.data)))
    __radd__ = __add__
    __rmul__ = __mul__
    def __rsub__(self, other): return Value(other) - self
    def __rtruediv__(self, other): return Value(other) / self
    def __pow__(self, exponent):
        slope = exponent * self.data ** (exponent - 1) if exponent else 0.0
        return Value(self.data ** exponent, ((self, slope),))
    def exp(self):
        e = math.exp(self.data)
        return Value(e, ((self, e),))
    def log(self):
        return Value(math.log(self.data), ((self, 1.0 / self.data),))
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, 1.0 - t * t),))
    def relu(self):
        return Value(self.data, ((self, 1.0),)) if self.data > 0 else Value(0.0, ((self, 0.0),))
    def backward(self):
        found = {self._number: 1.0}
        heap = [(-self._number, self)]
        while heap:
            _, node = heapq.heappop(heap)
            gradient = found.pop(node._number)
            node.grad += gradient
            for operand, slope in node._parents:
                if operand._number not in found:
                    found[operand._number] = 0.0
                    heapq.heappush(heap, (-operand._number, operand))
                found[operand._number] += gradient * slope
