"""A stand-in accelerator for tests on machines without a GPU.

`register()` makes `torch.device("standin")` usable. Its tensors are plain `torch.Tensor` objects that report that
device, need `.cpu()` before NumPy can read them and refuse to be mixed with CPU tensors, as CUDA tensors do; the
arithmetic itself is done by PyTorch's CPU kernels. It shows whether code keeps its work on the device it was given.
It shows nothing about speed, asynchrony, or how a GPU rounds.

How it works. PyTorch keeps one device slot, PrivateUse1, for backends outside it. Here a tensor in that slot has a
storage of its own that carries, as the Python attribute `on_cpu`, the CPU storage with the bytes. One fallback kernel
serves every operator: it makes CPU tensors over those bytes, calls the same operator on them, and gives the results
back as stand-in tensors. What shares a storage on the CPU side shares one here too, so views, in-place operators on
them, `detach` and what autograd saves all alias as they should.
"""

import functools
import weakref

import torch
from torch.utils._pytree import tree_map
from torch.utils.backend_registration import _DummyBackendModule, _setup_privateuseone_for_python_backend

NAME = "standin"

aten = torch.ops.aten
_CPU = torch.device("cpu")
_CPU_KEYS = torch._C.DispatchKeySet(torch._C.DispatchKey.CPU)

# The operators that CUDA, too, lets read from another device: copies, and indexing by positions held on the CPU.
_MAY_MIX = {"_copy_from", "_copy_from_and_resize", "copy_"}
_MAY_INDEX_FROM_CPU = {"index", "index_put", "index_put_", "_index_put_impl_", "_unsafe_index", "_unsafe_index_put"}

_generators = weakref.WeakValueDictionary()  # by address: an operator's kernel gets its generator as a new Python object
_libraries = []  # the registrations last as long as these objects


def _point(tensor, storage, like):
    """Make `tensor` a view of `storage` shaped and strided like `like`; the CPU's set_ only touches this metadata."""
    aten.set_.source_Storage_storage_offset.redispatch(
        _CPU_KEYS, tensor, storage, like.storage_offset(), like.size(), like.stride()
    )
    return tensor


def _adopt(cpu_storage):
    """A stand-in storage for a CPU one. The attribute keeps the bytes alive for as long as any tensor uses them."""
    storage = torch._C._construct_storage_from_data_pointer(cpu_storage.data_ptr(), torch.device(NAME, 0), cpu_storage.nbytes())
    storage.on_cpu = cpu_storage
    storage.cpu = cpu_storage.clone  # in place of methods that would ask for an allocator; torch.save calls this one
    storage.clone = lambda: _adopt(cpu_storage.clone())  # and copy.deepcopy this one
    return storage


def _copy_from(source, target, non_blocking=False):
    return target.copy_(source)


def _convolution_backward(grad, x, weight, *rest):
    return aten.convolution_backward.default(grad, x, weight, [weight.shape[0]], *rest)


# What to call where the same operator does not exist on the CPU (the first three are for backends outside PyTorch) or
# gives a tensor without storage (the last).
_INSTEAD = {
    "_copy_from": _copy_from,
    "convolution_overrideable": aten.convolution.default,
    "convolution_backward_overrideable": _convolution_backward,
    "_efficientzerotensor": aten.zeros.default,
}

# torch.tensor calls these behind the back of an active TorchDispatchMode, where a fallback without a name is not found.
_UNDER_MODES = ["empty_strided", "_local_scalar_dense"]


def _on_device(x):
    return isinstance(x, torch.Tensor) and x.device.type == NAME


class _Call:
    """One call of an operator: what came in as what, so that what comes out can be told."""

    def __init__(self, op):
        self.op = op
        self.unwrapped = {}  # id of a CPU tensor -> (it, the stand-in tensor it was made for); holding it keeps ids unique
        self.storages = {}  # address of a CPU storage -> the stand-in storage over it
        self.strangers = []  # CPU tensors that came as they are

    def unwrap(self, x):
        if isinstance(x, torch._C.Generator) and x._cdata not in _generators:
            raise RuntimeError(f"Expected a '{NAME}' device type for generator but found '{x.device.type}'")
        if isinstance(x, torch.device):
            return _CPU
        if isinstance(x, torch.UntypedStorage):
            self.storages[x.on_cpu._cdata] = x
            return x.on_cpu
        if not isinstance(x, torch.Tensor):
            return x
        if not _on_device(x):
            self.strangers.append(x)
            return x
        storage = x.untyped_storage()
        cpu = _point(torch.empty(0, dtype=x.dtype, device=_CPU), storage.on_cpu, x)
        self.unwrapped[id(cpu)] = cpu, x
        self.storages[storage.on_cpu._cdata] = storage
        return cpu

    def refuse_mixture(self, exempt):
        for x in self.strangers:  # CUDA takes a 0-d CPU tensor for a number, and nothing larger
            if self.unwrapped and x.ndim and not any(x is other for other in exempt):
                raise RuntimeError(
                    "Expected all tensors to be on the same device, but found at least two devices, "
                    f"{NAME}:0 and {x.device}! (in {self.op})"
                )

    def storage_over(self, cpu_storage):
        known = self.storages.get(cpu_storage._cdata)
        return known if known is not None and known.nbytes() == cpu_storage.nbytes() else _adopt(cpu_storage)

    def follow_arguments(self):
        """t_, resize_, set_, out= and the like may have given an argument another shape or place."""
        for cpu, x in self.unwrapped.values():
            storage = cpu.untyped_storage()
            before = x.size(), x.stride(), x.storage_offset(), x.untyped_storage().on_cpu._cdata
            if before != (cpu.size(), cpu.stride(), cpu.storage_offset(), storage._cdata):
                _point(x, self.storage_over(storage), cpu)

    def wrap(self, x):
        if not isinstance(x, torch.Tensor) or any(x is stranger for stranger in self.strangers):
            return x
        if id(x) in self.unwrapped:  # in-place and out= operators return their argument
            return self.unwrapped[id(x)][1]
        if x.is_complex():  # a conjugate is a bit set on a view, and copying one here would recurse without end
            raise NotImplementedError(f"{NAME} does no complex numbers (in {self.op})")
        return _point(torch._C._acc.create_empty_tensor([0], x.dtype), self.storage_over(x.untyped_storage()), x)


def _fallback(op, *args, **kwargs):
    """The kernel of every operator that PyTorch does not build out of others."""
    name = op._schema.name.removeprefix("aten::")
    call = _Call(op)
    cpu_args, cpu_kwargs = tree_map(call.unwrap, (args, kwargs))
    if name not in _MAY_MIX:
        call.refuse_mixture(exempt=args[1] if name in _MAY_INDEX_FROM_CPU and _on_device(args[0]) else ())
    if any(isinstance(x, int | float) and str(a.type) == "Tensor" for a, x in zip(op._schema.arguments, args, strict=False)):
        op = op.overloadpacket  # x % 3 arrives as remainder.Tensor with a plain 3, which only remainder.Scalar takes
    results = _INSTEAD.get(name, op)(*cpu_args, **cpu_kwargs)
    call.follow_arguments()
    return tree_map(call.wrap, results)


class _GeneratorType(type(torch.Generator)):
    def __instancecheck__(cls, x):
        return isinstance(x, torch._C.Generator)


class _Generator(torch._C.Generator, metaclass=_GeneratorType):
    """Put in place of `torch.Generator`, which cannot be made for a device without C++: a CPU one under our name."""

    def __new__(cls, device=_CPU):
        if torch.device(device).type != NAME:
            return torch._C.Generator(device)
        generator = super().__new__(cls, _CPU)
        _generators[generator._cdata] = generator
        return generator

    @property
    def device(self):
        return torch.device(NAME, 0)


class _Module(_DummyBackendModule):
    """What `torch.standin` is: the few functions that code for CUDA calls on `torch.cuda`."""

    def synchronize(self, device=None):
        pass

    def manual_seed(self, seed):  # the CPU's generator makes the numbers, and torch.manual_seed seeds that
        pass


def register():
    """Make the device usable in this process, for good: PyTorch has no way to take it back. Twice does no harm."""
    if not _libraries:
        _setup_privateuseone_for_python_backend(NAME, backend_module=_Module())
        every, named = torch.library.Library("_", "IMPL"), torch.library.Library("aten", "IMPL")
        every.fallback(_fallback, "PrivateUse1")
        for name in [*_INSTEAD, *_UNDER_MODES]:  # by name, because PyTorch has kernels for some of _INSTEAD that only raise
            named.impl(name, functools.partial(_fallback, getattr(aten, name).default), "PrivateUse1")
        _libraries.extend([every, named])
        torch.Generator = _Generator
