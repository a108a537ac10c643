package dev.perfreview.syntax;

/**
 * A native tree and what it was copied to. When the tree is told of edits its nodes stay what they were before them.
 *
 * @param tree the address of a {@code TSTree}, which the owner deletes
 * @param nodes its nodes
 */
record FlattenedTree(long tree, NodeArrays nodes) {}
