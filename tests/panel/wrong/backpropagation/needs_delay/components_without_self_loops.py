# verdict: wrong
# mistake: Only pairs of different layers that reach each other are looked at, so a layer that reads itself without a delay is missed.
# told: overlooks_self_loops
def needs_delay(edges):
    graph = {}
    for source, target, delay in edges:
        if delay == 0:
            graph.setdefault(source, []).append(target)

    def reachable(start):
        seen, queue = {start}, [start]
        while queue:
            for target in graph.get(queue.pop(0), []):
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return seen

    reach = {layer: reachable(layer) for layer in graph}
    found = set()
    for a in reach:
        for b in reach[a]:
            if a != b and a in reach.get(b, ()):
                found.update((a, b))
    return sorted(found)
