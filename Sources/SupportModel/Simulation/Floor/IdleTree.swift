import SimulationCore

/// The idle agents by id, in a binary tree over all agents, for rules that ask more than who has been idle longest: a decision looks at a few
/// nodes instead of all idle agents. Kept only where a rule needs it.
///
/// Node 1 is the root, node `n` has the children `2n` and `2n + 1`, agent `a` is the leaf `leaves + a`. Joining and leaving: log₂ of the agents.
/// Invariant (`Floor.checkInvariants`): leaves are the idle lists, and every node is made of its children.
struct IdleTree: ~Copyable {
  let nodes: Slab<IdleNode>
  /// Of all agents, a power of two; 0: the tree is not kept.
  let leaves: Int

  init(agents: Int, isKept: Bool) {
    var leaves = isKept ? 1 : 0
    while isKept && leaves < agents { leaves *= 2 }
    self.leaves = leaves
    nodes = Slab(repeating: .nobody, count: 2 * leaves)
  }

  var isKept: Bool {
    @inline(__always) get { leaves > 0 }
  }

  mutating func begin() { nodes.fill(.nobody) }

  mutating func set(_ agent: Int32, _ leaf: IdleNode) {
    var node = leaves + Int(agent)
    nodes[node] = leaf
    while node > 1 {
      node /= 2
      nodes[node] = .both(nodes[2 * node], nodes[2 * node + 1])
    }
  }

  /// Ids below a node.
  @inline(__always)
  func agents(below node: Int) -> Range<Int> {
    let height = node.leadingZeroBitCount - leaves.leadingZeroBitCount
    let first = (node << height) - leaves
    return first..<first + (1 << height)
  }

  /// Idle agents with lower ids.
  private mutating func idle(before agent: Int) -> Int32 {
    if agent >= leaves { return nodes[1].idle }
    var count: Int32 = 0
    var node = leaves + agent
    while node > 1 {
      if node % 2 == 1 { count += nodes[node - 1].idle }
      node /= 2
    }
    return count
  }

  /// The idle agent with so many idle agents of lower ids from `first` on, which must be there.
  mutating func agent(_ place: Int32, from first: Int) -> Int32 {
    var rest = place + idle(before: first)
    var node = 1
    while node < leaves {
      node *= 2
      if rest >= nodes[node].idle {
        rest -= nodes[node].idle
        node += 1
      }
    }
    return Int32(node - leaves)
  }
}
