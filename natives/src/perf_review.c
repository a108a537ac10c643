/*
 * tree-sitter's core with three additions of ours, compiled as one file so that both can see its internals. Its sources are the locked ones
 * of npm, unchanged.
 *
 * 1. Parse tables that are looked up instead of searched. tree-sitter stores most states of a grammar as lists of symbols, and searching
 *    them was 17 % of parsing Python; two bytes for each state and symbol, about 1.5 MB a grammar, make that one load.
 * 2. A walk that fills the columns of a SyntaxSnapshot in one call (flatten.h). A walk of a TreeCursor from Java takes eight calls a node.
 * 3. Native methods of Java (java_methods.h), which the VM links when they are first called, for nothing.
 *
 * The ready-made libraries have none of them: there the Java side calls tree-sitter's functions through jtreesitter, and walks a cursor.
 */
#define ts_language_lookup ts_language_lookup_listed
#include "language.h"
#undef ts_language_lookup

#include <stdlib.h>

/* One for each language that is reviewed; filled by prepare_language before the language is used, then only read. */
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
static void prepare_language(const TSLanguage *language) {
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

#include "flatten.h"
#include "java_methods.h"
