/*
 * Copies a syntax tree into the columns of dev.perfreview.syntax.NodeArrays. A part of perf_review.c, which has tree-sitter's internals.
 *
 * A tree of a large file lies scattered over the memory, and waiting for it is most of the work: three of the four milliseconds that a keystroke in a
 * file of 200 kB took. But the tree after an edit shares with the one before it every subtree that the edit does not touch, and what was copied
 * then lies in one piece. So the walk asks for each subtree where it lies in the earlier tree, and copies its columns from there.
 */

/* The flags of dev.perfreview.syntax.SyntaxSnapshot. */
enum { FLAG_ERROR = 1, FLAG_MISSING = 2, FLAG_HAS_ERROR = 4 };

/* Smaller subtrees are walked: looking for them takes as long. */
#define SHARED_NODES_AT_LEAST 4

/* How deep to look for a subtree among those that start where it starts: a chain of operators can be thousands deep, and each link is asked for. */
#define STEPS_TO_SHARED 64

/* A subtree whose children are being walked. Hidden ones, which the grammar has for itself, are no nodes: their children count as their parent's. */
typedef struct {
  Subtree subtree;
  uint32_t child_index;
  uint32_t structural_index;
  /* Where the last child ended, in bytes; before the first child, where that starts. */
  uint32_t position;
  /* In the new tree the node that the children are below; in the earlier one, the first node that the children left to walk can be. */
  int32_t node;
  bool visible;
  /* Of a hidden subtree: the field that its children fill in the node. */
  TSFieldId field;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
} WalkFrame;

typedef struct {
  WalkFrame *frames;
  uint32_t depth;
  uint32_t capacity;
} Walk;

/* One entry a node, in pre-order. Offsets are in UTF-16 units, tree-sitter's in bytes. */
typedef struct {
  uint16_t *kind;
  uint16_t *field;
  uint8_t *flags;
  int32_t *start;
  int32_t *end;
  int32_t *parent;
  int32_t *subtree_end;
  uint32_t size;
} Columns;

static void columns_open(Columns *to, const TSLanguage *language, Subtree subtree, TSSymbol alias, TSFieldId field, uint32_t position, int32_t parent) {
  uint32_t index = to->size++;
  uint32_t length = ts_subtree_size(subtree).bytes;
  TSSymbol kind = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(subtree));
  uint8_t flags = 0;
  if (kind == ts_builtin_sym_error) {
    flags = FLAG_ERROR | FLAG_HAS_ERROR;
  } else if (length / 2 == 0 && ts_subtree_missing(subtree)) {
    flags = FLAG_MISSING | FLAG_HAS_ERROR;
  }
  to->kind[index] = kind;
  to->field[index] = field;
  to->flags[index] = flags;
  to->start[index] = (int32_t)(position / 2);
  to->end[index] = (int32_t)((position + length) / 2);
  to->parent[index] = parent;
}

static void columns_close(Columns *to, int32_t index) {
  to->subtree_end[index] = (int32_t)to->size;
  if (to->parent[index] >= 0) {
    to->flags[to->parent[index]] |= to->flags[index] & FLAG_HAS_ERROR;
  }
}

/* Adds `count` nodes from `first` on of an earlier tree, moved by `moved` units; those that are below none of them become children of `parent`. */
static void columns_copy(Columns *to, const Columns *from, int32_t first, uint32_t count, int32_t moved, int32_t parent) {
  int32_t at = (int32_t)to->size;
  int32_t shift = at - first;
  memcpy(to->kind + at, from->kind + first, count * sizeof *to->kind);
  memcpy(to->field + at, from->field + first, count * sizeof *to->field);
  memcpy(to->flags + at, from->flags + first, count * sizeof *to->flags);
  for (uint32_t i = 0; i < count; i++) to->start[at + i] = from->start[first + i] + moved;
  for (uint32_t i = 0; i < count; i++) to->end[at + i] = from->end[first + i] + moved;
  for (uint32_t i = 0; i < count; i++) to->parent[at + i] = from->parent[first + i] + shift;
  for (uint32_t i = 0; i < count; i++) to->subtree_end[at + i] = from->subtree_end[first + i] + shift;
  to->size += count;
  for (int32_t child = at; child < (int32_t)to->size; child = to->subtree_end[child]) {
    to->parent[child] = parent;
    to->flags[parent] |= to->flags[child] & FLAG_HAS_ERROR;
  }
}

static void frame_init(WalkFrame *frame, const TSLanguage *language, Subtree subtree, uint32_t position, int32_t node, bool visible, TSFieldId field) {
  frame->subtree = subtree;
  frame->child_index = 0;
  frame->structural_index = 0;
  frame->position = position;
  frame->node = node;
  frame->visible = visible;
  frame->field = field;
  frame->aliases = ts_language_alias_sequence(language, subtree.ptr->production_id);
  ts_language_field_map(language, subtree.ptr->production_id, &frame->fields, &frame->fields_end);
}

static bool walk_open(Walk *walk, const TSLanguage *language, Subtree subtree, uint32_t position, int32_t node, bool visible, TSFieldId field) {
  if (walk->depth == walk->capacity) {
    uint32_t capacity = walk->capacity ? walk->capacity * 2 : 256;
    WalkFrame *larger = realloc(walk->frames, capacity * sizeof *larger);
    if (!larger) return false;
    walk->frames = larger;
    walk->capacity = capacity;
  }
  frame_init(&walk->frames[walk->depth++], language, subtree, position, node, visible, field);
  return true;
}

/* The next child of a frame that has one. */
typedef struct {
  Subtree subtree;
  uint32_t start;
  uint32_t end;
  TSSymbol alias;
  TSFieldId field;
  bool visible;
} Child;

static inline Child walk_next(WalkFrame *frame) {
  Child child = {ts_subtree_children(frame->subtree)[frame->child_index], frame->position, 0, 0, 0, false};
  /* The space before the first child is that before its parent. */
  if (frame->child_index > 0) child.start += ts_subtree_padding(child.subtree).bytes;
  child.end = child.start + ts_subtree_size(child.subtree).bytes;
  if (!ts_subtree_extra(child.subtree)) {
    if (frame->aliases) child.alias = frame->aliases[frame->structural_index];
    for (const TSFieldMapEntry *map = frame->fields; map < frame->fields_end; map++) {
      if (!map->inherited && map->child_index == frame->structural_index) {
        child.field = map->field_id;
        break;
      }
    }
    if (!child.field && !frame->visible) child.field = frame->field;
    frame->structural_index++;
  }
  child.visible = child.alias || ts_subtree_visible(child.subtree);
  frame->position = child.end;
  frame->child_index++;
  return child;
}

static inline uint32_t node_count(Subtree subtree, bool visible) {
  return ts_subtree_visible_descendant_count(subtree) + (visible ? 1 : 0);
}

/* Whether a subtree comes to the same nodes in both places: its parent decides whether it is one itself, and if not, what its children's field is. */
static inline bool is_same_in_parent(const Child *one, const Child *other) {
  return one->visible == other->visible && (one->visible || one->field == other->field);
}

/*
 * The first of the nodes that `wanted` is in an earlier tree; -1 when it is not there. That tree was told all edits, so positions are the same
 * in both. Asked with positions that never fall: `old` is moved on past all that ends before them.
 */
static int32_t find_shared(Walk *old, const TSLanguage *language, const Child *wanted) {
  uint32_t position = wanted->start;
  while (old->depth > 0) {
    WalkFrame *frame = &old->frames[old->depth - 1];
    if (frame->child_index == frame->subtree.ptr->child_count) {
      old->depth--;
      continue;
    }
    WalkFrame before = *frame;
    Child child = walk_next(frame);
    int32_t node = before.node;
    frame->node += (int32_t)node_count(child.subtree, child.visible);
    if (child.end <= position) continue;
    bool whole = ts_subtree_child_count(child.subtree) > 0;
    if (child.start < position && whole) {
      if (!walk_open(old, language, child.subtree, child.start, node + (child.visible ? 1 : 0), child.visible, child.field)) return -1;
      continue;
    }
    /* Not moved on: what the next question wants may be in here as well. */
    *frame = before;
    if (child.start != position) return -1;
    for (unsigned steps = 0; steps < STEPS_TO_SHARED; steps++) {
      if (child.subtree.ptr == wanted->subtree.ptr) return is_same_in_parent(&child, wanted) ? node : -1;
      if (ts_subtree_child_count(child.subtree) == 0) return -1;
      node += child.visible ? 1 : 0;
      WalkFrame inner;
      frame_init(&inner, language, child.subtree, position, node, child.visible, child.field);
      do {
        if (inner.child_index == inner.subtree.ptr->child_count) return -1;
        child = walk_next(&inner);
        node = inner.node;
        inner.node += (int32_t)node_count(child.subtree, child.visible);
      } while (child.end <= position);
      if (child.start != position) return -1;
    }
    return -1;
  }
  return -1;
}

/* How many bytes after its own start the first node of a hidden subtree starts. It has one. */
static uint32_t first_node_offset(const TSLanguage *language, Subtree hidden) {
  WalkFrame frame;
  frame_init(&frame, language, hidden, 0, 0, false, 0);
  while (frame.child_index < frame.subtree.ptr->child_count) {
    Child child = walk_next(&frame);
    if (child.visible) return child.start;
    if (ts_subtree_visible_descendant_count(child.subtree) > 0) {
      frame_init(&frame, language, child.subtree, child.start, 0, false, 0);
    }
  }
  return 0;
}

/* Copies the nodes below `child`, a child of the node `parent` or that node itself, from an earlier tree; false when they are not there. */
static bool copy_shared(Columns *to, const TSLanguage *language, Walk *old, const Columns *from, const Child *child, int32_t parent) {
  uint32_t below = ts_subtree_visible_descendant_count(child->subtree);
  if (below < SHARED_NODES_AT_LEAST) return false;
  int32_t first = find_shared(old, language, child);
  if (first < 0) return false;
  uint32_t start = child->start;
  if (!child->visible) start += first_node_offset(language, child->subtree);
  int32_t moved = (int32_t)(start / 2) - from->start[first];
  columns_copy(to, from, child->visible ? first + 1 : first, below, moved, parent);
  return true;
}

/* How many nodes a tree has: how long the columns must be. */
static uint32_t tree_node_count(const TSTree *tree) {
  return ts_subtree_visible_descendant_count(tree->root) + 1;
}

static uint32_t flatten(const TSTree *tree, uint32_t expected, Columns *to, Walk *walk, Walk *old, const Columns *from) {
  const TSLanguage *language = tree->language;
  uint32_t root_start = ts_subtree_padding(tree->root).bytes;
  columns_open(to, language, tree->root, 0, 0, root_start, -1);
  if (ts_subtree_child_count(tree->root) == 0) {
    columns_close(to, 0);
    return to->size;
  }
  if (!walk_open(walk, language, tree->root, root_start, 0, true, 0)) return 0;
  while (walk->depth > 0) {
    WalkFrame *frame = &walk->frames[walk->depth - 1];
    if (frame->child_index == frame->subtree.ptr->child_count) {
      if (frame->visible) columns_close(to, frame->node);
      walk->depth--;
      continue;
    }
    Child child = walk_next(frame);
    int32_t node = frame->node;
    if (to->size + node_count(child.subtree, child.visible) > expected) return 0;
    if (child.visible) {
      node = (int32_t)to->size;
      columns_open(to, language, child.subtree, child.alias, child.field, child.start, frame->node);
    }
    bool inner = child.visible ? ts_subtree_child_count(child.subtree) > 0 : ts_subtree_visible_child_count(child.subtree) > 0;
    if (inner && !(from && copy_shared(to, language, old, from, &child, node))) {
      if (!walk_open(walk, language, child.subtree, child.start, node, child.visible, child.field)) return 0;
    } else if (child.visible) {
      columns_close(to, node);
    }
  }
  return to->size;
}

/*
 * Fills the columns with the nodes of a tree as a TreeCursor meets them (compare tree_cursor.c). Answers how many there are; 0 when they
 * are not as many as expected or memory runs out.
 *
 * `earlier` is the tree that this one was parsed from, told of all edits since, and `from` are the earlier tree's columns before those edits; or `earlier`
 * is NULL.
 */
static uint32_t tree_flatten(const TSTree *tree, uint32_t expected, Columns to, const TSTree *earlier, Columns from) {
  Walk walk = {NULL, 0, 0};
  Walk old = {NULL, 0, 0};
  uint32_t size = 0;
  bool shares = earlier && ts_subtree_child_count(earlier->root) > 0 && earlier->root.ptr != tree->root.ptr;
  if (shares) shares = walk_open(&old, earlier->language, earlier->root, ts_subtree_padding(earlier->root).bytes, 1, true, 0);
  if (expected > 0) size = flatten(tree, expected, &to, &walk, &old, shares ? &from : NULL);
  free(walk.frames);
  free(old.frames);
  return size == expected ? size : 0;
}
