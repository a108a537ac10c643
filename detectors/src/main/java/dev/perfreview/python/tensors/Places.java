package dev.perfreview.python.tensors;

import dev.perfreview.python.Binding;
import dev.perfreview.python.ScopeTree;
import dev.perfreview.python.TypeInference;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names and chains of attributes may hold where they are used: local assignments by flow, all others by every binding. */
final class Places {

  private final ScopeTree scopes;
  private final TypeInference types;
  private final AssignmentFlow flow;

  Places(ScopeTree scopes, TypeInference types) {
    this.scopes = scopes;
    this.types = types;
    this.flow = new AssignmentFlow(scopes);
  }

  /** From where a name or chain of attributes has its value; what is bound elsewhere than in the function is an entry. */
  List<Origin> originsOf(SyntaxNode use, String place) {
    Variable variable = use.is("identifier") ? scopes.resolve(use) : null;
    boolean local = variable == null || variable.owner().equals(scopes.scopeOf(use).definition());
    return local ? flow.reaching(use, place) : List.of(Origin.ENTRY);
  }

  /** The variable or attribute that a use reads, where one is known. */
  @Nullable
  Variable variableOf(SyntaxNode use) {
    return types.variableOf(use);
  }

  /** The values that a use may have, as far as they are written as assignments of the whole place. */
  List<SyntaxNode> valuesOf(SyntaxNode use) {
    String place = Origin.placeOf(use);
    List<SyntaxNode> values = new ArrayList<>();
    for (Origin origin : place == null ? List.of(Origin.ENTRY) : originsOf(use, place)) {
      if (origin.kind() == Origin.Kind.ENTRY) {
        values.addAll(boundValues(use));
      } else if (origin.kind() == Origin.Kind.ASSIGNED && origin.path().isEmpty() && origin.value() != null) {
        values.add(origin.value());
      }
    }
    return values;
  }

  private List<SyntaxNode> boundValues(SyntaxNode use) {
    Variable variable = variableOf(use);
    List<SyntaxNode> values = new ArrayList<>();
    for (Binding binding : variable == null ? List.<Binding>of() : variable.bindings()) {
      if (binding.kind() == Binding.Kind.ASSIGNMENT && binding.value() != null && !binding.isNone()) {
        values.add(binding.value());
      }
    }
    return values;
  }
}
