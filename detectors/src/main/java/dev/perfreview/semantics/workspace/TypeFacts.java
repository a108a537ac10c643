package dev.perfreview.semantics.workspace;

import java.util.List;
import java.util.Map;

/**
 * What a file says of a class or struct that it declares.
 *
 * @param name its qualified name in the file
 * @param bases what it inherits from, by the names that the file's imports give them; in Rust the traits that the file implements for it
 * @param members its attributes or fields with their types, in the notation of the language
 * @param contents in Rust the type of all that a clone of it copies, in the notation of the language; empty when it cannot be cloned,
 *     does so by code of its own, or is of Python
 */
public record TypeFacts(String name, List<String> bases, Map<String, String> members, String contents) {
  public TypeFacts {
    bases = List.copyOf(bases);
    members = Map.copyOf(members);
  }
}
