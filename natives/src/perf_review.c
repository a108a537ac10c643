/*
 * tree-sitter's core with two additions of ours, compiled as one file so that both can see its internals. Its sources are the locked ones
 * of npm, unchanged.
 *
 * 1. Parse tables that are looked up instead of searched. tree-sitter stores most states of a grammar as lists of symbols, and searching
 *    them was 17 % of parsing Python; two bytes for each state and symbol, about 1.5 MB a grammar, make that one load.
 * 2. A walk that fills the columns of a SyntaxSnapshot in one call. A walk of a TreeCursor from Java takes eight calls a node.
 *
 * The ready-made libraries have neither: there the Java side walks a cursor.
 */
#define ts_language_lookup ts_language_lookup_listed
#include "language.h"
#undef ts_language_lookup

#include <stdlib.h>

#if defined(_WIN32)
#define PERF_REVIEW_EXPORT __declspec(dllexport)
#else
#define PERF_REVIEW_EXPORT __attribute__((visibility("default")))
#endif

/* One for each language that is reviewed; filled by perf_review_prepare before the language is used, then only read. */
#define PREPARED_LANGUAGES 2

typedef struct {
  const TSLanguage *language;
  uint16_t *entries;
} LookupTable;

static LookupTable lookup_tables[PREPARED_LANGUAGES];

/* Stands in for tree-sitter's function of this name in all that follows. */
static inline uint16_t ts_language_lookup(const TSLanguage *self, TSStateId state, TSSymbol symbol) {
  if (state < self->large_state_count) {
    return self->parse_table[state * self->symbol_count + symbol];
  }
  for (unsigned i = 0; i < PREPARED_LANGUAGES; i++) {
    if (lookup_tables[i].language == self) {
      return lookup_tables[i].entries[(state - self->large_state_count) * self->symbol_count + symbol];
    }
  }
  return ts_language_lookup_listed(self, state, symbol);
}

#include "lib.c"

/* Makes the table of a language. Not thread-safe; without it, or without memory for it, parsing is slower and no different. */
PERF_REVIEW_EXPORT void perf_review_prepare(const TSLanguage *language) {
  unsigned slot = 0;
  while (slot < PREPARED_LANGUAGES && lookup_tables[slot].language) {
    if (lookup_tables[slot++].language == language) return;
  }
  uint32_t states = language->state_count - language->large_state_count;
  uint16_t *entries = slot < PREPARED_LANGUAGES ? calloc((size_t)states * language->symbol_count, sizeof *entries) : NULL;
  if (!entries) return;
  for (uint32_t state = 0; state < states; state++) {
    uint16_t *row = entries + (size_t)state * language->symbol_count;
    const uint16_t *list = language->small_parse_table + language->small_parse_table_map[state];
    for (uint16_t groups = *list++; groups > 0; groups--) {
      uint16_t value = *list++;
      for (uint16_t symbols = *list++; symbols > 0; symbols--) {
        uint16_t symbol = *list++;
        /* The search stops at the first entry of a symbol. */
        if (!row[symbol]) row[symbol] = value;
      }
    }
  }
  lookup_tables[slot].entries = entries;
  lookup_tables[slot].language = language;
}

/* The flags of dev.perfreview.syntax.SyntaxSnapshot. */
enum { FLAG_ERROR = 1, FLAG_MISSING = 2, FLAG_HAS_ERROR = 4 };

/* A subtree whose children are being walked. Hidden ones, which the grammar has for itself, are no nodes: their children count as their parent's. */
typedef struct {
  Subtree subtree;
  uint32_t child_index;
  uint32_t structural_index;
  /* Where the last child ended, in bytes; before the first child, where that starts. */
  uint32_t position;
  /* The node that the children are below. */
  int32_t node;
  bool visible;
  /* Of a hidden subtree: the field that its children fill in the node. */
  TSFieldId field;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
} WalkFrame;

/* The columns of dev.perfreview.syntax.NodeArrays, one entry a node, in pre-order. */
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
  /* The text is UTF-16. */
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

static void frame_open(WalkFrame *frame, const TSLanguage *language, Subtree subtree, uint32_t position, int32_t node, bool visible, TSFieldId field) {
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

/* How many nodes a tree has: how long the columns must be. */
PERF_REVIEW_EXPORT uint32_t perf_review_node_count(const TSTree *tree) {
  return ts_subtree_visible_descendant_count(tree->root) + 1;
}

/*
 * Fills the columns with the nodes of a tree as a TreeCursor meets them (compare tree_cursor.c). Answers how many there are; 0 when they
 * are not as many as expected or memory runs out.
 */
PERF_REVIEW_EXPORT uint32_t perf_review_flatten(
  const TSTree *tree,
  uint32_t expected,
  uint16_t *kind,
  uint16_t *field,
  uint8_t *flags,
  int32_t *start,
  int32_t *end,
  int32_t *parent,
  int32_t *subtree_end
) {
  const TSLanguage *language = tree->language;
  Columns to = {kind, field, flags, start, end, parent, subtree_end, 0};
  if (expected == 0) return 0;
  uint32_t root_start = ts_subtree_padding(tree->root).bytes;
  columns_open(&to, language, tree->root, 0, 0, root_start, -1);
  if (ts_subtree_child_count(tree->root) == 0) {
    columns_close(&to, 0);
    return to.size;
  }
  uint32_t capacity = 256;
  uint32_t depth = 1;
  WalkFrame *frames = malloc(capacity * sizeof *frames);
  if (!frames) return 0;
  frame_open(frames, language, tree->root, root_start, 0, true, 0);
  while (depth > 0) {
    WalkFrame *frame = &frames[depth - 1];
    if (frame->child_index == frame->subtree.ptr->child_count) {
      if (frame->visible) columns_close(&to, frame->node);
      depth--;
      continue;
    }
    Subtree child = ts_subtree_children(frame->subtree)[frame->child_index];
    uint32_t position = frame->position;
    /* The space before the first child is that before its parent. */
    if (frame->child_index > 0) position += ts_subtree_padding(child).bytes;
    frame->position = position + ts_subtree_size(child).bytes;
    frame->child_index++;
    TSSymbol alias = 0;
    TSFieldId child_field = 0;
    if (!ts_subtree_extra(child)) {
      if (frame->aliases) alias = frame->aliases[frame->structural_index];
      for (const TSFieldMapEntry *map = frame->fields; map < frame->fields_end; map++) {
        if (!map->inherited && map->child_index == frame->structural_index) {
          child_field = map->field_id;
          break;
        }
      }
      if (!child_field && !frame->visible) child_field = frame->field;
      frame->structural_index++;
    }
    bool visible = alias || ts_subtree_visible(child);
    int32_t node = frame->node;
    if (visible) {
      if (to.size == expected) {
        free(frames);
        return 0;
      }
      node = (int32_t)to.size;
      columns_open(&to, language, child, alias, child_field, position, frame->node);
    }
    if (visible ? ts_subtree_child_count(child) > 0 : ts_subtree_visible_child_count(child) > 0) {
      if (depth == capacity) {
        capacity *= 2;
        WalkFrame *larger = realloc(frames, capacity * sizeof *frames);
        if (!larger) {
          free(frames);
          return 0;
        }
        frames = larger;
      }
      frame_open(&frames[depth++], language, child, position, node, visible, child_field);
    } else if (visible) {
      columns_close(&to, node);
    }
  }
  free(frames);
  return to.size == expected ? to.size : 0;
}
