# verdict: passed
# style: Tarjan's strongly connected components, recursive (fewer than a hundred layers)
def needs_delay(edges):
    reads = {}
    for source, target, delay in edges:
        reads.setdefault(source, set())
        reads.setdefault(target, set())
        if not delay:
            reads[source].add(target)
    index, low, stack, on_stack, result = {}, {}, [], set(), []

    def visit(layer):
        index[layer] = low[layer] = len(index)
        stack.append(layer)
        on_stack.add(layer)
        for target in reads[layer]:
            if target not in index:
                visit(target)
                low[layer] = min(low[layer], low[target])
            elif target in on_stack:
                low[layer] = min(low[layer], index[target])
        if low[layer] == index[layer]:
            component = []
            while True:
                member = stack.pop()
                on_stack.discard(member)
                component.append(member)
                if member == layer:
                    break
            if len(component) > 1 or layer in reads[layer]:
                result.extend(component)

    for layer in reads:
        if layer not in index:
            visit(layer)
    return sorted(result)
