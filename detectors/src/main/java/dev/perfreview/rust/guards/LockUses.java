package dev.perfreview.rust.guards;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a file does with one lock: where it is taken, through clones of the pointer to it too, and whether it gets to where this is
 * not seen.
 */
public final class LockUses {

  /** Methods and functions that neither take the lock nor hand it on. */
  private static final Set<String> HARMLESS = Set.of("get_mut", "into_inner", "strong_count", "weak_count", "ptr_eq");

  private static final Set<String> CONSTRUCTORS = Set.of("new", "default", "const_new", "from");

  private final RustModel model;
  private final Acquisitions acquisitions;
  private final String field;
  private final List<Acquisition> taken = new ArrayList<>();
  private final Set<SyntaxNode> followed = new HashSet<>();
  private boolean escapes;

  private LockUses(RustModel model, Acquisitions acquisitions, String field) {
    this.model = model;
    this.acquisitions = acquisitions;
    this.field = field;
  }

  /** The uses of the lock in a struct's field, by the name of the field. */
  public static LockUses ofField(SyntaxNode struct, String field, RustModel model, Acquisitions acquisitions) {
    LockUses uses = new LockUses(model, acquisitions, field);
    SyntaxNode name = struct.field("name");
    for (SyntaxNode node : struct.snapshot().root().descendants()) {
      if (node.isAny("field_identifier", "identifier", "shorthand_field_identifier") && node.textIs(field)) {
        uses.mention(node, name == null ? "" : name.text());
      }
    }
    return uses;
  }

  /** Where the lock is taken, in the order of the text. */
  public List<Acquisition> acquisitions() {
    return List.copyOf(taken);
  }

  /** Whether the lock is handed to where its guards cannot be followed: a function, another struct, a macro, the caller. */
  public boolean escapes() {
    return escapes;
  }

  private void mention(SyntaxNode name, String struct) {
    SyntaxNode parent = name.parent();
    if (parent == null) {
      return;
    }
    switch (parent.kind()) {
      case "field_expression" -> {
        if ("field".equals(name.fieldName()) && !isMethodName(parent) && mayBelongTo(parent, struct)) {
          place(parent);
        }
      }
      case "token_tree" -> {
        SyntaxNode before = name.previousSibling();
        escapes |= before != null && before.textIs(".");
      }
      case "field_initializer" -> {
        SyntaxNode value = parent.field("value");
        if ("field".equals(name.fieldName()) && value != null && initialises(parent, struct)) {
          initialised(value);
        }
      }
      case "shorthand_field_initializer" -> {
        if (initialises(parent, struct)) {
          initialised(name);
        }
      }
      case "field_pattern" -> escapes = true;
      default -> {
      }
    }
  }

  private static boolean isMethodName(SyntaxNode access) {
    return "function".equals(access.fieldName());
  }

  /** Whether a field of this name is that of the struct, or of something of unknown type. */
  private boolean mayBelongTo(SyntaxNode access, String struct) {
    SyntaxNode owner = access.field("value");
    RustType type = owner == null ? null : model.typeOf(owner);
    String path = type == null ? null : type.peeled().path();
    return path == null || path.equals(struct) || path.endsWith("::" + struct);
  }

  private static boolean initialises(SyntaxNode initializer, String struct) {
    SyntaxNode expression = initializer.enclosing("struct_expression");
    SyntaxNode name = expression == null ? null : expression.field("name");
    return name == null || name.textIs("Self") || name.text().startsWith(struct);
  }

  /** What the field is given: a lock made for it, a variable with one, or a clone of the same field. */
  private void initialised(SyntaxNode value) {
    if (isMadeHere(value) || isCloneOfField(value)) {
      return;
    }
    Binding binding = value.is("identifier") ? Bindings.find(value.text(), value) : null;
    SyntaxNode made = binding == null || !binding.isPlain() ? null : binding.declaration().field("value");
    if (binding != null && made != null && isMadeHere(made)) {
      variable(binding.name());
    } else {
      escapes = true;
    }
  }

  private static boolean isMadeHere(SyntaxNode value) {
    if (!value.is("call_expression") || Calls.receiverOf(value) != null) {
      return false;
    }
    String name = Calls.nameOf(value);
    List<SyntaxNode> arguments = Calls.argumentsOf(value);
    SyntaxNode function = Calls.functionOf(value);
    boolean isPointer = function != null && function.text().matches("(.*::)?(Arc|Rc|Box)::new");
    return name != null && CONSTRUCTORS.contains(name) && (!isPointer || isMadeHere(arguments.getFirst()));
  }

  private boolean isCloneOfField(SyntaxNode value) {
    String text = value.text();
    return text.endsWith("." + field + ".clone()") || text.matches("(.*::)?Arc::clone\\(&\\w+\\." + field + "\\)");
  }

  /** Looks at what is done with an expression that names the lock or a pointer to it. */
  private void place(SyntaxNode named) {
    SyntaxNode parent = named.parent();
    SyntaxNode borrowed = parent != null && parent.is("reference_expression") ? parent : named;
    SyntaxNode call = borrowed.equals(named) ? Calls.methodCallOn(named) : Calls.callTaking(borrowed);
    SyntaxNode left = parent != null && parent.is("assignment_expression") ? parent.field("right") : null;
    if (left != null && "left".equals(named.fieldName())) {
      initialised(left);
      return;
    }
    String method = call == null ? null : Calls.nameOf(call);
    if (call == null || method == null) {
      escapes = true;
    } else if (method.equals("clone")) {
      handedOn(call);
    } else if (!HARMLESS.contains(method)) {
      Acquisition acquisition = borrowed.equals(named) ? acquisitions.of(call) : null;
      if (acquisition == null || method.endsWith("_owned")) {
        escapes = true;
      } else {
        taken.add(acquisition);
      }
    }
  }

  /** Follows a clone of the pointer to the lock. */
  private void handedOn(SyntaxNode clone) {
    SyntaxNode parent = clone.parent();
    SyntaxNode pattern = parent == null ? null : parent.field("pattern");
    SyntaxNode name = parent == null ? null : parent.field("field");
    if (parent != null && parent.is("let_declaration") && pattern != null && pattern.is("identifier")) {
      variable(pattern);
    } else if (parent == null || !parent.is("field_initializer") || name == null || !name.textIs(field)) {
      escapes = true;
    }
  }

  private void variable(SyntaxNode declared) {
    SyntaxNode scope = declared.enclosing("block");
    if (scope == null || !followed.add(declared)) {
      return;
    }
    for (SyntaxNode node : scope.descendants()) {
      boolean isUse = node.is("identifier") && node.textIs(declared.text()) && !PatternNames.isDeclaration(node);
      if (!isUse || !declared.equals(PatternNames.declarationOf(node))) {
        continue;
      }
      SyntaxNode parent = node.parent();
      boolean isInitializer = parent != null && parent.isAny("field_initializer", "shorthand_field_initializer");
      if (parent == null || parent.is("token_tree")) {
        escapes = true;
      } else if (isInitializer) {
        SyntaxNode given = parent.is("field_initializer") ? parent.field("field") : node;
        escapes |= given == null || !given.textIs(field);
      } else {
        place(node);
      }
    }
  }
}
