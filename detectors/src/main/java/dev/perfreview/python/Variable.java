package dev.perfreview.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A name of a scope, or an attribute of a class of the file, with every place that binds it. */
public final class Variable {

  private final Scope owner;
  private final String name;
  private final List<Binding> bindings = new ArrayList<>(2);

  Variable(Scope owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  void add(Binding binding) {
    bindings.add(binding);
  }

  /** The scope whose name it is; of an attribute, the scope of the class. */
  public Scope owner() {
    return owner;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Where it gets a value, in the order of the text; of an attribute, those of its class's relatives after its own. */
  public List<Binding> bindings() {
    return Collections.unmodifiableList(bindings);
  }

  @Override
  public String toString() {
    return owner.qualifiedName() + "." + name;
  }
}
